import { afterEach, describe, expect, it, vi } from "vitest";
import { parseEnv, SettingError } from "@/lib/platform/env";

describe("parseEnv", () => {
  it("needs nothing", () => {
    expect(parseEnv({})).toMatchObject({
      PORT: 3000,
      HOST: "0.0.0.0",
      APP_URL: "http://localhost:3000",
      DATA_DIR: ".data",
      PAYMENT_LINKS_API_URL: "https://api.4geeks.io",
      PAYMENT_LINKS_TIMEOUT_MS: 20_000,
      SANDBOX: "on",
      SANDBOX_PORT: 4010,
      SANDBOX_URL: "http://127.0.0.1:4010",
      SANDBOX_PUBLIC_URL: "http://localhost:4010",
      SIGNUP: "open",
      LOG_LEVEL: "info",
      sandboxAvailable: true,
    });
  });

  it("follows the ports that are given", () => {
    expect(parseEnv({ PORT: "8080", SANDBOX_PORT: "8081" })).toMatchObject({
      APP_URL: "http://localhost:8080",
      SANDBOX_URL: "http://127.0.0.1:8081",
    });
  });

  it.each([
    ["0.0.0.0", "localhost", "127.0.0.1"],
    ["127.0.0.1", "localhost", "127.0.0.1"],
    ["::", "localhost", "127.0.0.1"],
    ["::1", "[::1]", "[::1]"],
    ["192.168.1.5", "192.168.1.5", "192.168.1.5"],
    ["cobro.internal", "cobro.internal", "cobro.internal"],
  ])("names an address that works when it listens on %s", (HOST, named, reached) => {
    expect(parseEnv({ HOST })).toMatchObject({
      APP_URL: `http://${named}:3000`,
      SANDBOX_PUBLIC_URL: `http://${named}:4010`,
      SANDBOX_URL: `http://${reached}:4010`,
    });
  });

  it("takes an empty value for one that is not given", () => {
    expect(parseEnv({ PORT: "", DATABASE_URL: "", SMTP_URL: "" })).toMatchObject({ PORT: 3000 });
  });

  it("drops the slash at the end of an address", () => {
    expect(parseEnv({ APP_URL: "https://cobro.example.com//" }).APP_URL).toBe("https://cobro.example.com");
  });

  it.each([
    ["HTTPS://Cobro.Example.COM", "https://cobro.example.com"],
    ["https://cobro.example.com:443/", "https://cobro.example.com"],
    ["http://192.168.1.5:3000", "http://192.168.1.5:3000"],
    ["http://[::1]:3000/", "http://[::1]:3000"],
  ])("writes APP_URL=%s as browsers do", (given, origin) => {
    expect(parseEnv({ APP_URL: given })).toMatchObject({ APP_URL: origin, isAppUrlGiven: true });
    expect(parseEnv({ PORT: "8080" }).isAppUrlGiven).toBe(false);
  });

  it.each([
    [{ SANDBOX: "off" }, false],
    [{ SANDBOX: "off", SANDBOX_URL: "http://10.0.0.2:4010" }, true],
    [{ SANDBOX: "on" }, true],
    [{ APP_URL: "https://cobro.example.com" }, false],
    [{ APP_URL: "https://cobro.example.com", SANDBOX: "on" }, true],
    [{ APP_URL: "https://cobro.example.com", SANDBOX_URL: "http://10.0.0.2:4010" }, true],
    [{ APP_URL: "http://cobro.example.com" }, true],
  ])("knows from %j whether there is a sandbox", (given, available) => {
    expect(parseEnv(given).sandboxAvailable).toBe(available);
  });

  it.each(["https://api.example.com", "http://localhost:4010", "http://127.0.0.1:4010", "http://[::1]:4010"])(
    "lets the upstream be %s",
    (url) => expect(parseEnv({ PAYMENT_LINKS_API_URL: url }).PAYMENT_LINKS_API_URL).toBe(url),
  );

  it.each([
    ["NODE_ENV", "prod"],
    ["PORT", "http"],
    ["PORT", "3000.5"],
    ["PORT", "-1"],
    ["PORT", "65536"],
    ["APP_URL", "cobro.example.com"],
    ["APP_URL", "ftp://cobro.example.com"],
    ["APP_URL", "https://cobro.example.com/portal"],
    ["APP_URL", "https://cobro.example.com/?shop=1"],
    ["APP_URL", "https://cobro.example.com?"],
    ["APP_URL", "https://cobro.example.com/#top"],
    ["APP_URL", "https://ana@cobro.example.com"],
    ["APP_URL", "https://:hunter2@cobro.example.com"],
    ["PAYMENT_LINKS_API_URL", "https://ana:hunter2@api.example.com"],
    ["PAYMENT_LINKS_API_URL", "https://api.example.com/?v=1"],
    ["DATABASE_URL", "mysql://root@localhost/cobro"],
    ["DATABASE_URL", "localhost:5432"],
    ["DATABASE_DIRECT_URL", "localhost:5432"],
    ["NEXTAUTH_SECRET", "short"],
    ["ENCRYPTION_KEYS", "   "],
    ["PAYMENT_LINKS_API_URL", "http://api.4geeks.io"],
    ["PAYMENT_LINKS_API_URL", "http://localhost.evil.example"],
    ["PAYMENT_LINKS_API_URL", "http://127.0.0.1@evil.example"],
    ["PAYMENT_LINKS_API_URL", "file:///etc/passwd"],
    ["PAYMENT_LINKS_API_URL", "nonsense"],
    ["PAYMENT_LINKS_TIMEOUT_MS", "20s"],
    ["PAYMENT_LINKS_TIMEOUT_MS", "99"],
    ["PAYMENT_LINKS_TIMEOUT_MS", "300001"],
    ["SANDBOX", "yes"],
    ["SANDBOX_PORT", "x"],
    ["SANDBOX_TOKEN", "short"],
    ["SANDBOX_TOKEN", `${"x".repeat(32)}\n`],
    ["SANDBOX_URL", "localhost"],
    ["SANDBOX_PUBLIC_URL", "localhost"],
    ["SIGNUP", "OPEN"],
    ["OIDC_ISSUER", "http://id.example.com"],
    ["OIDC_ISSUER", "id.example.com"],
    ["OIDC_ISSUER", "https://id.example.com?realm=shop"],
    ["OIDC_NAME", "x".repeat(41)],
    ["SMTP_URL", "http://mail.example.com"],
    ["MAIL_FROM", " "],
    ["LOG_LEVEL", "loud"],
    ["TRUSTED_PROXIES", "everybody"],
    ["TRUSTED_PROXIES", "10.0.0.1,"],
    ["TRUSTED_PROXIES", "10.0.0.0/33"],
    ["TRUSTED_PROXIES", "::/129"],
    ["TRUSTED_PROXIES", "::ffff:10.0.0.0/64"],
    ["TRUSTED_PROXIES", "0x7f.1"],
    ["TRUSTED_PROXIES", "proxy.example"],
    ["TRUSTED_PROXIES", "10.0.0.1 10.0.0.2"],
  ])("refuses %s=%s in one line that names it", (name, value) => {
    const error = getError(() => parseEnv({ [name]: value }));
    expect(error).toBeInstanceOf(SettingError);
    expect(error.message).toMatch(new RegExp(`^${name}: .+$`));
  });

  it.each([
    ["OIDC_CLIENT_ID", { OIDC_ISSUER: "https://id.example.com" }],
    ["OIDC_CLIENT_SECRET", { OIDC_ISSUER: "https://id.example.com", OIDC_CLIENT_ID: "cobro" }],
    ["OIDC_ISSUER", { OIDC_CLIENT_SECRET: "hunter2" }],
    ["GOOGLE_CLIENT_SECRET", { GOOGLE_CLIENT_ID: "cobro" }],
    ["GOOGLE_CLIENT_ID", { GOOGLE_CLIENT_SECRET: "hunter2" }],
  ])("wants %s beside %j", (name, given) => {
    const { message } = getError(() => parseEnv(given));
    expect(message).toMatch(new RegExp(`^${name}: is required beside `));
    expect(message).not.toContain("hunter2");
  });

  it.each([
    ["NEXTAUTH_SECRET", "hunter2"],
    ["DATABASE_URL", "mysql://root:hunter2@localhost/cobro"],
    ["SMTP_URL", "http://root:hunter2@localhost"],
    ["APP_URL", "https://root:hunter2@localhost"],
    ["PAYMENT_LINKS_API_URL", "https://root:hunter2@localhost"],
  ])("does not repeat a bad %s", (name, value) => {
    expect(getError(() => parseEnv({ [name]: value })).message).not.toContain("hunter2");
  });
});

describe("a password in an address", () => {
  const passwords = [
    "hun#ter2",
    "12#34",
    "12/34",
    "12?34",
    "1@2#34",
    "12#3@4",
    "hun/ter2",
    "100%",
    "%zz",
    "a b#c",
  ];

  it.each(
    ["DATABASE_URL", "DATABASE_DIRECT_URL", "SMTP_URL"].flatMap((name) =>
      passwords.map((one) => [name, one] as const),
    ),
  )("of %s with a bare sign is refused and no part of it is printed: %s", (name, password) => {
    const scheme = name === "SMTP_URL" ? "smtp" : "postgres";
    const { message } = getError(() =>
      parseEnv({ [name]: `${scheme}://cobro:${password}@db.example/cobro` }),
    );
    expect(message).toBe(
      `${name}: a # / ? @ or % in its user or password must be written as %23 %2F %3F %40 or %25`,
    );
  });

  it.each(["p%23%2F%3F%40%25", "p@ss", "p:ss", "", "p[]ss", "ñ"])("is taken as it is: %s", (password) => {
    const url = `postgres://cobro:${password}@db.example/cobro?sslmode=verify-full&host=%2Frun`;
    expect(parseEnv({ DATABASE_URL: url }).DATABASE_URL).toBe(url);
  });

  it("is not needed", () => {
    expect(parseEnv({ DATABASE_URL: "postgres:///cobro?host=/run/postgresql" }).DATABASE_URL).toContain(
      "/run",
    );
  });
});

describe("env and requireSetting", () => {
  afterEach(() => {
    vi.unstubAllEnvs();
    vi.resetModules();
  });

  it("parse once, on first use and not on import", async () => {
    vi.stubEnv("PORT", "nonsense");
    const { env } = await import("@/lib/platform/env");
    expect(() => env()).toThrow("PORT: ");
    vi.stubEnv("PORT", "4321");
    expect(env().PORT).toBe(4321);
    vi.stubEnv("PORT", "5432");
    expect(env().PORT).toBe(4321);
  });

  it("lets the portal finish what upstream may take", () => {
    expect(parseEnv({}).SHUTDOWN_TIMEOUT_MS).toBe(25_000);
    expect(parseEnv({ PAYMENT_LINKS_TIMEOUT_MS: "40000" }).SHUTDOWN_TIMEOUT_MS).toBe(45_000);
    expect(parseEnv({ SHUTDOWN_TIMEOUT_MS: "4000" }).SHUTDOWN_TIMEOUT_MS).toBe(4_000);
  });

  it.each(["DATABASE_URL", "NEXTAUTH_SECRET", "ENCRYPTION_KEYS"] as const)(
    "name a missing %s",
    async (name) => {
      vi.stubEnv(name, "");
      const { requireSetting } = await import("@/lib/platform/env");
      expect(() => requireSetting(name)).toThrow(`${name}: is required`);
    },
  );

  it("give a setting that is there", async () => {
    vi.stubEnv("ENCRYPTION_KEYS", "k1:abc");
    const { requireSetting } = await import("@/lib/platform/env");
    expect(requireSetting("ENCRYPTION_KEYS")).toBe("k1:abc");
  });
});

function getError(act: () => unknown): Error {
  try {
    act();
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error("nothing was thrown");
}
