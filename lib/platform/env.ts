import * as z from "zod";
import { isLoopback } from "@/lib/core/loopback";
import { serverUrl } from "@/lib/platform/server-url";
import { readTrustedProxies } from "@/lib/platform/trusted-proxies";

/** A setting is missing or has a bad value. The message is one line that names the setting. */
export class SettingError extends Error {
  override name = "SettingError";
}

const port = z.coerce.number().int().min(0).max(65535);
/** Without a user, which fetch refuses, and without a query or a fragment, after which no path can be added. */
const httpUrl = z
  .url({ protocol: /^https?$/, error: "must be an http or https address", abort: true })
  .refine(isBare, "must have no user, query or fragment in it")
  .transform(trimSlash);
/**
 * Scheme, host and port only: the portal is served from the root of its host, and cookies and checks compare origins.
 */
const origin = z
  .url({
    protocol: /^https?$/,
    error: "must be an http or https address, as in https://cobro.example.com",
    abort: true,
  })
  .refine(isBare, "must have no user, query or fragment in it")
  .refine(
    (url) => /^\/*$/.test(new URL(url).pathname),
    "must have no path: the portal is at the top of its host",
  )
  .transform((url) => new URL(url).origin);
const databaseUrl = serverUrl(/^postgres(ql)?$/, "must be a postgres:// address");
const trustedProxies = z.string().transform((list, context) => {
  const networks = readTrustedProxies(list);
  if (networks) return networks;
  const message =
    "must be addresses or networks such as 10.0.0.0/8, or loopback, linklocal, uniquelocal, between commas";
  context.addIssue({ code: "custom", message });
  return z.NEVER;
});
const limit = z.coerce.number().int().min(1).max(100_000);
const optionalText = z.string().trim().min(1).optional();

/** What a request takes besides the call to upstream. */
const shutdownMarginMs = 5_000;

/** Settings that are of no use one without the other. */
const oneWithoutTheOther = [
  ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"],
  ["GOOGLE_CLIENT_ID", "GOOGLE_CLIENT_SECRET"],
] as const;

const schema = z
  .object({
    NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
    PORT: port.default(3000),
    HOST: z.string().min(1).default("0.0.0.0"),
    // Each web process has ten connections to the database, which allows a hundred by default.
    WEB_CONCURRENCY: z.coerce.number().int().min(1).max(8).default(1),
    APP_URL: origin.optional(),
    TRUSTED_PROXIES: trustedProxies.optional().transform((networks) => networks ?? []),
    DATA_DIR: z.string().min(1).default(".data"),
    DATABASE_URL: databaseUrl.optional(),
    DATABASE_DIRECT_URL: databaseUrl.optional(),
    DATABASE_ROLE_PREFIX: z
      .string()
      .regex(/^[a-z][a-z0-9_]{0,39}$/, "must be 1 to 40 small letters, digits or _, beginning with a letter")
      .default("cobro"),
    PG_BIN: optionalText,
    NEXTAUTH_SECRET: z.string().min(32, "must be at least 32 characters").optional(),
    ENCRYPTION_KEYS: optionalText,
    AUDIT_KEYS: optionalText,
    PAYMENT_LINKS_API_URL: httpUrl
      .refine(isHttpsOrLoopback, "must be https, unless it is a loopback address")
      .default("https://api.4geeks.io"),
    PAYMENT_LINKS_TIMEOUT_MS: z.coerce.number().int().min(100).max(300_000).default(20_000),
    SHUTDOWN_TIMEOUT_MS: z.coerce.number().int().min(0).max(600_000).optional(),
    SANDBOX: z.enum(["on", "off"]).optional(),
    SANDBOX_PORT: port.default(4010),
    SANDBOX_URL: httpUrl.optional(),
    SANDBOX_PUBLIC_URL: httpUrl.optional(),
    SANDBOX_TOKEN: z
      .string()
      .regex(/^[\w-]{32,200}$/, "must be 32 to 200 letters, digits, - or _")
      .optional(),
    SIGNUP: z.enum(["open", "invite", "closed"]).default("open"),
    SERVICE_WORKER: z.enum(["on", "off"]).default("on"),
    LIMIT_LINKS: limit.default(300),
    LIMIT_LINKS_FROM: limit.default(1_200),
    LIMIT_LINKS_PER_HOUR: limit.default(10_000),
    LIMIT_PEOPLE: limit.default(200),
    LIMIT_BUSINESSES: limit.default(20),
    LIMIT_SIGN_UPS: limit.default(100),
    LIMIT_SIGN_INS: limit.default(100),
    SMTP_URL: serverUrl(/^smtps?$/, "must be an smtp:// or smtps:// address").optional(),
    MAIL_FROM: optionalText,
    OIDC_ISSUER: httpUrl
      .refine(isHttpsOrLoopback, "must be https, unless it is a loopback address")
      .optional(),
    OIDC_CLIENT_ID: optionalText,
    OIDC_CLIENT_SECRET: optionalText,
    OIDC_NAME: z.string().trim().min(1).max(40, "must be at most 40 characters").optional(),
    GOOGLE_CLIENT_ID: optionalText,
    GOOGLE_CLIENT_SECRET: optionalText,
    METRICS_TOKEN: z
      .string()
      .regex(/^[\w-]{16,200}$/, "must be 16 to 200 letters, digits, - or _")
      .optional(),
    METRICS_PORT: port.optional(),
    OTEL_EXPORTER_OTLP_ENDPOINT: httpUrl.optional(),
    OTEL_SERVICE_NAME: optionalText,
    LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info"),
  })
  .superRefine((given, context) => {
    for (const together of oneWithoutTheOther) {
      const missing = together.find((name) => given[name] === undefined);
      const present = together.find((name) => given[name] !== undefined);
      if (missing && present)
        context.addIssue({ code: "custom", path: [missing], message: `is required beside ${present}` });
    }
  })
  // An https address is a portal for others, who have no use for a simulator unless the operator says so.
  .transform((given) => ({ ...given, SANDBOX: given.SANDBOX ?? (isHttps(given.APP_URL) ? "off" : "on") }))
  .transform((given) => ({
    ...given,
    APP_URL: given.APP_URL ?? `http://${hostIn(given.HOST, "localhost")}:${given.PORT}`,
    /** Whether the operator has set the address; otherwise `APP_URL` is only right on this machine. */
    isAppUrlGiven: given.APP_URL !== undefined,
    SANDBOX_URL: given.SANDBOX_URL ?? `http://${hostIn(given.HOST, "127.0.0.1")}:${given.SANDBOX_PORT}`,
    SANDBOX_PUBLIC_URL:
      given.SANDBOX_PUBLIC_URL ?? `http://${hostIn(given.HOST, "localhost")}:${given.SANDBOX_PORT}`,
    /** A link that is being created when the portal stops gets its answer, which upstream may take its whole time for. */
    SHUTDOWN_TIMEOUT_MS: given.SHUTDOWN_TIMEOUT_MS ?? given.PAYMENT_LINKS_TIMEOUT_MS + shutdownMarginMs,
    /** The sandbox can run here (`SANDBOX=on`) or elsewhere (`SANDBOX=off` with its `SANDBOX_URL`). */
    sandboxAvailable: given.SANDBOX === "on" || given.SANDBOX_URL !== undefined,
  }));

export type Env = z.output<typeof schema>;

let parsed: Env | undefined;

/**
 * The settings, parsed on first use, so that a build, which only imports this, needs none.
 * @throws {SettingError} naming the first bad setting.
 */
export function env(): Env {
  parsed ??= parseEnv(process.env);
  return parsed;
}

/** The same for any source. An empty value counts as not given: `NAME=` in a `.env` file means that. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new SettingError(`${String(issue?.path[0])}: ${issue?.message}`);
}

/**
 * A setting without a default that this process needs.
 * @throws {SettingError} when it is not given.
 */
export function requireSetting(name: "DATABASE_URL" | "NEXTAUTH_SECRET" | "ENCRYPTION_KEYS"): string {
  const value = env()[name];
  if (value === undefined) throw new SettingError(`${name}: is required`);
  return value;
}

function isBare(url: string): boolean {
  const { username, password } = new URL(url);
  return username === "" && password === "" && !/[?#]/.test(url);
}

/** The host by which this machine reaches what listens on `host`: `own`, unless it listens on one address only. */
function hostIn(host: string, own: string): string {
  if (["0.0.0.0", "::", "127.0.0.1", "localhost"].includes(host)) return own;
  return host.includes(":") ? `[${host}]` : host;
}

function isHttps(url: string | undefined): boolean {
  return url?.startsWith("https:") ?? false;
}

function trimSlash(url: string): string {
  return url.replace(/\/+$/, "");
}

function isHttpsOrLoopback(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === "https:" || isLoopback(hostname);
}
