import { createHash } from "node:crypto";
import pg from "pg";
import { afterAll, afterEach, expect, it, vi } from "vitest";
import { insertApiKey } from "@/tests/fixtures/api-key";
import { insertUser } from "@/tests/fixtures/user";
import { freshDatabase } from "@/tests/support/database";
import { anyPlace } from "@/tests/support/merchants";

const { adminUrl } = await freshDatabase();
const admin = new pg.Client({ connectionString: adminUrl });
await admin.connect();
afterAll(() => admin.end());
afterEach(() => vi.unstubAllEnvs());

const secret = process.env.NEXTAUTH_SECRET ?? "";
const a1 = `a1:${createHash("sha256").update("a key of the tests").digest("base64")}`;
const userId = await insertUser(admin, { email: "ana@example.com" });

/** The modules as a process with these settings has them, and what it prints. */
async function processWith(settings: Record<string, string>) {
  vi.resetModules();
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  const lines: string[] = [];
  for (const level of ["log", "error"] as const) {
    vi.spyOn(console, level).mockImplementation((_, line) => lines.push(String(line)));
  }
  const [{ rotateKeys }, { verifyChain }, { createMerchant }, { newMerchantId }, { derivedAuditKey }] =
    await Promise.all([
      import("@/bin/admin/rotate-keys"),
      import("@/lib/domain/audit/verify-chain"),
      import("@/lib/domain/merchants/create-merchant"),
      import("@/lib/web/require-member"),
      import("@/lib/platform/secret-box/audit-keys"),
    ]);
  const addMerchant = async () => {
    const merchantId = newMerchantId();
    const actor = { userId, ip: null };
    await createMerchant({ merchantId, actor, merchant: { name: "Luna", ...anyPlace } });
    return merchantId;
  };
  return { rotateKeys, verifyChain, addMerchant, lines, derived: derivedAuditKey(secret).toString("base64") };
}

it("moves a log from NEXTAUTH_SECRET to a key of its own, and then NEXTAUTH_SECRET to another", async () => {
  const before = await processWith({});
  const merchantId = await before.addMerchant();
  expect((await before.verifyChain(merchantId)).findings).toEqual([]);
  // Without AUDIT_KEYS it says what to set, the derived key included.
  expect(await before.rotateKeys(["audit"])).toBe(false);
  expect(before.lines.join("\n")).toMatch(/AUDIT_KEYS=a1:[\w+/=]{44},session:[\w+/=]{44}$/);
  expect(before.lines.join("\n")).toContain(`session:${before.derived}`);

  const moved = { AUDIT_KEYS: `${a1},session:${before.derived}` };
  const after = await processWith(moved);
  expect(await after.rotateKeys(["audit"])).toBe(true);
  expect(after.lines.join("\n")).toContain("Keep session in AUDIT_KEYS after it");
  expect(await after.verifyChain(merchantId)).toMatchObject({ findings: [], anchor: { count: 1 } });
  await after.addMerchant();

  const other = await processWith({ AUDIT_KEYS: `a9:${a1.slice(3)}`, NEXTAUTH_SECRET: "x".repeat(32) });
  expect((await other.verifyChain(merchantId)).findings).toEqual(
    expect.arrayContaining([expect.objectContaining({ kind: "altered" })]),
  );

  await insertApiKey(admin, { merchant_id: merchantId, mode: "live", fingerprint: "\\x05" });
  const signedOut = await processWith({ ...moved, NEXTAUTH_SECRET: "y".repeat(32) });
  await signedOut.rotateKeys(["session"]);
  expect(signedOut.lines.join("\n")).toContain("does not open");
  expect((await signedOut.verifyChain(merchantId)).findings).toEqual([]);
});

it("refuses another NEXTAUTH_SECRET while the log depends on it, and another name", async () => {
  const { rotateKeys, lines } = await processWith({ NEXTAUTH_SECRET: "z".repeat(32), AUDIT_KEYS: "" });
  expect(await rotateKeys(["session"])).toBe(false);
  expect(lines.join("\n")).toMatch(/^AUDIT_KEYS .*rotate-keys audit first/s);
  await expect(rotateKeys(["all"])).rejects.toThrow("encryption|session|audit");
});
