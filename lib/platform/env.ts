import { z } from "zod";
import { isLoopback } from "@/lib/core/loopback";

/** A setting is missing or has a bad value. The message is one line that names the setting. */
export class SettingError extends Error {
  override name = "SettingError";
}

const port = z.coerce.number().int().min(0).max(65535);
const httpUrl = z
  .url({ protocol: /^https?$/, error: "must be an http or https address" })
  .transform(trimSlash);
const optionalText = z.string().trim().min(1).optional();

const schema = z
  .object({
    NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
    PORT: port.default(3000),
    HOST: z.string().min(1).default("0.0.0.0"),
    APP_URL: httpUrl.optional(),
    DATA_DIR: z.string().min(1).default(".data"),
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: "must be a postgres:// address" }).optional(),
    NEXTAUTH_SECRET: z.string().min(32, "must be at least 32 characters").optional(),
    ENCRYPTION_KEYS: optionalText,
    PAYMENT_LINKS_API_URL: httpUrl
      .refine(isHttpsOrLoopback, "must be https, unless it is a loopback address")
      .default("https://api.4geeks.io"),
    PAYMENT_LINKS_TIMEOUT_MS: z.coerce.number().int().min(100).max(300_000).default(20_000),
    SANDBOX: z.enum(["on", "off"]).default("on"),
    SANDBOX_PORT: port.default(4010),
    SANDBOX_URL: httpUrl.optional(),
    SANDBOX_PUBLIC_URL: httpUrl.optional(),
    SIGNUP: z.enum(["open", "invite", "closed"]).default("open"),
    SMTP_URL: z.url({ protocol: /^smtps?$/, error: "must be an smtp:// or smtps:// address" }).optional(),
    MAIL_FROM: optionalText,
    LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info"),
  })
  .transform((given) => ({
    ...given,
    APP_URL: given.APP_URL ?? `http://localhost:${given.PORT}`,
    SANDBOX_URL: given.SANDBOX_URL ?? `http://127.0.0.1:${given.SANDBOX_PORT}`,
    SANDBOX_PUBLIC_URL: given.SANDBOX_PUBLIC_URL ?? `http://localhost:${given.SANDBOX_PORT}`,
    /** The sandbox can run here (`SANDBOX=on`) or elsewhere (`SANDBOX=off` with its `SANDBOX_URL`). */
    sandboxAvailable: given.SANDBOX === "on" || given.SANDBOX_URL !== undefined,
  }));

export type Env = z.output<typeof schema>;

let parsed: Env | undefined;

/**
 * The settings, parsed once, on first use: a build that only imports this needs none.
 * @throws {SettingError} naming the first bad setting.
 */
export function env(): Env {
  parsed ??= parseEnv(process.env);
  return parsed;
}

/** The same for any source. An empty value counts as not given, as `NAME=` in a `.env` file is meant. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new SettingError(`${String(issue?.path[0])}: ${issue?.message}`);
}

/**
 * A setting that has no default but that this process cannot work without.
 * @throws {SettingError} when it is not given.
 */
export function requireSetting(name: "DATABASE_URL" | "NEXTAUTH_SECRET" | "ENCRYPTION_KEYS"): string {
  const value = env()[name];
  if (value === undefined) throw new SettingError(`${name}: is required`);
  return value;
}

function trimSlash(url: string): string {
  return url.replace(/\/+$/, "");
}

function isHttpsOrLoopback(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === "https:" || isLoopback(hostname);
}
