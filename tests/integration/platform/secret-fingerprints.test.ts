import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, afterEach, beforeEach, expect, it, vi } from "vitest";
import { freshDatabase } from "@/tests/support/database";

const { adminUrl } = await freshDatabase();
const admin = new pg.Client({ connectionString: adminUrl });
await admin.connect();
afterAll(() => admin.end());

const key = (id: string) => `${id}:${randomBytes(32).toString("base64")}`;
const [k1, k2, a1, a2] = [key("k1"), key("k2"), key("a1"), key("a2")];
const [secret, otherSecret] = [randomBytes(32).toString("hex"), randomBytes(32).toString("hex")];

/** The modules as a process with these settings has them. */
async function processWith(settings: Record<string, string>) {
  vi.resetModules();
  for (const [name, value] of Object.entries({ NEXTAUTH_SECRET: secret, AUDIT_KEYS: "", ...settings })) {
    vi.stubEnv(name, value);
  }
  return import("@/lib/platform/health/secret-fingerprints");
}
const differing = async (settings: Record<string, string>) =>
  (await processWith(settings)).differingSecrets();

beforeEach(() => admin.query("DELETE FROM secret_fingerprints"));
afterEach(() => vi.unstubAllEnvs());

it("names the secret that differs, and notes nothing meanwhile", async () => {
  expect(await differing({ ENCRYPTION_KEYS: k1, AUDIT_KEYS: a1 })).toEqual([]);
  expect(await differing({ ENCRYPTION_KEYS: k1, AUDIT_KEYS: a1 })).toEqual([]);
  expect(await differing({ ENCRYPTION_KEYS: key("k1"), AUDIT_KEYS: a1 })).toEqual(["ENCRYPTION_KEYS:k1"]);
  expect(await differing({ ENCRYPTION_KEYS: k2, AUDIT_KEYS: a2 })).toEqual(
    expect.arrayContaining(["ENCRYPTION_KEYS:k1", "AUDIT_KEYS:a1"]),
  );
  expect(await differing({ NEXTAUTH_SECRET: otherSecret, ENCRYPTION_KEYS: k1, AUDIT_KEYS: a1 })).toEqual([
    "NEXTAUTH_SECRET",
  ]);
  const { rows } = await admin.query("SELECT name FROM secret_fingerprints ORDER BY 1");
  expect(rows.map(({ name }) => name)).toEqual(["AUDIT_KEYS:a1", "ENCRYPTION_KEYS:k1", "NEXTAUTH_SECRET"]);
});

it("lets keys be added, made the first, and left out after a rotation", async () => {
  expect(await differing({ ENCRYPTION_KEYS: k1 })).toEqual([]);
  expect(await differing({ ENCRYPTION_KEYS: `${k1},${k2}` })).toEqual([]);
  expect(await differing({ ENCRYPTION_KEYS: `${k2},${k1}` })).toEqual([]);
  expect(await differing({ ENCRYPTION_KEYS: k2 })).toEqual(["ENCRYPTION_KEYS:k1"]);
  const { forgetOtherKeys } = await processWith({ ENCRYPTION_KEYS: `${k2},${k1}` });
  await forgetOtherKeys("ENCRYPTION_KEYS", "k2");
  expect(await differing({ ENCRYPTION_KEYS: `${k2},${k1}` })).toEqual([]);
  expect(await differing({ ENCRYPTION_KEYS: k2 })).toEqual([]);
});

it("accepts a replaced secret for another hour", async () => {
  await differing({ ENCRYPTION_KEYS: k1, AUDIT_KEYS: a1 });
  const replaced = { NEXTAUTH_SECRET: otherSecret, ENCRYPTION_KEYS: k1, AUDIT_KEYS: a1 };
  await (await processWith(replaced)).replaceFingerprints("NEXTAUTH_SECRET");
  expect(await differing(replaced)).toEqual([]);
  expect(await differing({ ENCRYPTION_KEYS: k1, AUDIT_KEYS: a1 })).toEqual([]);
  await admin.query("UPDATE secret_fingerprints SET retired_at = retired_at - interval '61 minutes'");
  expect(await differing({ ENCRYPTION_KEYS: k1, AUDIT_KEYS: a1 })).toEqual(["NEXTAUTH_SECRET"]);
  expect(await differing(replaced)).toEqual([]);
});

it("needs the key that is derived from NEXTAUTH_SECRET only where logs were signed with it", async () => {
  await differing({ ENCRYPTION_KEYS: k1 });
  const { derivedAuditKey } = await import("@/lib/platform/secret-box/audit-keys");
  const named = `session:${derivedAuditKey(secret).toString("base64")}`;
  expect(await differing({ ENCRYPTION_KEYS: k1, AUDIT_KEYS: a1 })).toEqual([]);
  const replaced = { NEXTAUTH_SECRET: otherSecret, ENCRYPTION_KEYS: k1 };
  expect(await differing({ ...replaced, AUDIT_KEYS: a1 })).toContain("AUDIT_KEYS:session");
  expect(await differing({ ...replaced, AUDIT_KEYS: `${a1},${named}` })).toEqual(["NEXTAUTH_SECRET"]);
});
