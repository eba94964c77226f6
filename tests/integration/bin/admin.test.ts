import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkCredentials } from "@/lib/domain/accounts/check-credentials";
import { hashPassword } from "@/lib/domain/accounts/hash-password";
import { findMembership } from "@/lib/domain/members/find-membership";
import { createMerchant } from "@/lib/domain/merchants/create-merchant";
import { beginAuthenticator } from "@/lib/domain/second-factors/change-authenticator";
import { newMerchantId } from "@/lib/web/require-member";
import { insertApiKey } from "@/tests/fixtures/api-key";
import { insertSession } from "@/tests/fixtures/session";
import { insertUser } from "@/tests/fixtures/user";
import { runAdmin } from "@/tests/support/admin-command";
import { freshDatabase } from "@/tests/support/database";
import { anyPlace } from "@/tests/support/merchants";

const { adminUrl } = await freshDatabase();
const admin = new pg.Client({ connectionString: adminUrl });
await admin.connect();
afterAll(() => admin.end());

const [userId, email] = [crypto.randomUUID(), "ana@example.com"];
const [luna, sol] = [newMerchantId(), newMerchantId()];

beforeAll(async () => {
  const password_hash = await hashPassword("the old password");
  await insertUser(admin, { id: userId, email, password_hash });
  await insertSession(admin, { user_id: userId });
  const actor = { userId, ip: "127.0.0.1" };
  await createMerchant({ merchantId: luna, actor, merchant: { name: "Café Luna", ...anyPlace } });
  await createMerchant({ merchantId: sol, actor, merchant: { name: "Sol", ...anyPlace } });
});

describe("npm run admin", () => {
  it("lists its commands, and refuses what it does not know with one line", async () => {
    const help = await runAdmin("--help");
    expect(help.code).toBe(0);
    for (const name of [
      "users",
      "merchants",
      "reset-password",
      "rotate-keys",
      "disable-merchant",
      "verify-audit",
    ])
      expect(help.stdout).toContain(`  ${name}`);
    expect(await runAdmin("rotate")).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^There is no[^\n]*\n$/),
    });
    expect(await runAdmin("disable-merchant", "nobody")).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^There is no merchant "nobody"[^\n]*\n$/),
    });
    expect((await runAdmin("disable-merchant")).code).toBe(1);
  });

  it("lists people and merchants", async () => {
    const users = await runAdmin("users");
    expect(users.stdout).toContain("ana@example.com  Ana Rojas");
    expect(users.stdout).toContain("cafe-luna (owner), sol (owner)");
    const merchants = await runAdmin("merchants");
    expect(merchants.stdout).toContain("cafe-luna  Café Luna  (1 people)");
    expect(merchants.stdout).not.toContain("The same API key");
  });

  it("shows what is in a name, and does nothing that it says", async () => {
    const name = "Ana\u001b]0;owned\u0007\u009b2J\u202egnp\nevil@example.com  Root\u2028";
    const shown = String.raw`Ana\u001b]0;owned\u0007\u009b2J\u202egnp\u000aevil@example.com  Root\u2028`;
    await admin.query("UPDATE users SET name = $1 WHERE id = $2", [name, userId]);
    await admin.query("UPDATE merchants SET name = $1 WHERE merchant_id = $2", [name, luna]);
    expect((await runAdmin("users")).stdout).toContain(`ana@example.com  ${shown}  (`);
    expect((await runAdmin("merchants")).stdout).toContain(`cafe-luna  ${shown}  (`);
    const unknown = await runAdmin("disable-merchant", "\u001b[2J\nno");
    expect(unknown.stderr).toMatch(/^There is no merchant "\\u001b\[2J\\u000ano"[^\n]*\n$/);
    await admin.query("UPDATE users SET name = 'Ana Rojas' WHERE id = $1", [userId]);
    await admin.query("UPDATE merchants SET name = 'Café Luna' WHERE merchant_id = $1", [luna]);
  });

  it("says which merchants share a key", async () => {
    for (const merchant_id of [luna, sol]) {
      await insertApiKey(admin, { merchant_id, mode: "live", fingerprint: "\\x05" });
    }
    const { stdout } = await runAdmin("merchants");
    expect(stdout).toContain("The same API key is connected to: ");
    expect(stdout).toMatch(/cafe-luna.*live key …abcd/);
  });

  it("gives a person a new password, and ends their sessions", async () => {
    const { stdout, code } = await runAdmin("reset-password", "ANA@example.com");
    expect(code).toBe(0);
    const [, password = ""] = /shown only now: (\S+)/.exec(stdout) ?? [];
    expect(password).toHaveLength(20);
    expect(await checkCredentials({ email, password }, { ip: null, device: null })).toEqual({
      ok: true,
      value: { userId },
    });
    expect(
      await checkCredentials({ email, password: "the old password" }, { ip: null, device: null }),
    ).toMatchObject({
      ok: false,
    });
    const sessions = await admin.query("SELECT FROM sessions WHERE revoked_at IS NULL");
    expect(sessions.rowCount).toBe(0);
    const tracked = await admin.query("SELECT FROM audit_events WHERE action = 'session.password_reset'");
    expect(tracked.rowCount).toBe(2);
    expect((await runAdmin("reset-password", "nobody@example.com")).code).toBe(1);
  });

  it("disables a merchant from the next request on, and enables it again", async () => {
    expect(await findMembership(userId, "sol")).not.toBeNull();
    expect((await runAdmin("disable-merchant", "sol")).stdout).toContain("sol is disabled.");
    expect(await findMembership(userId, "sol")).toBeNull();
    expect((await runAdmin("disable-merchant", "sol")).stdout).toContain("already");
    expect((await runAdmin("enable-merchant", "sol")).stdout).toContain("enabled again");
    expect(await findMembership(userId, "sol")).not.toBeNull();
    // What was begun is in the operators' log, and what changed in the merchant's own, with one request id.
    const { rows } = await admin.query(
      `SELECT o.target, o.operator, e.action FROM operator_events o LEFT JOIN audit_events e
         ON e.merchant_id = about_merchant_id AND e.request_id = o.request_id
       WHERE about_merchant_id = $1 ORDER BY o.id`,
      [sol],
    );
    const operator = expect.stringMatching(/^\S+@\S+$/);
    expect(rows).toEqual([
      { target: "disable-merchant sol", operator, action: "merchant.disabled" },
      { target: "disable-merchant sol", operator, action: null },
      { target: "enable-merchant sol", operator, action: "merchant.enabled" },
    ]);
    await expect(admin.query("DELETE FROM operator_events")).rejects.toThrow("only added to");
  });

  it("verifies the audit logs, names the row that was altered, and ends with 1", async () => {
    const sound = await runAdmin("verify-audit");
    expect(sound).toMatchObject({ code: 0, stderr: "" });
    const [, anchor = ""] = /cafe-luna: 2 events, sound {2}(\S+)/.exec(sound.stdout) ?? [];
    expect((await runAdmin("verify-audit", "cafe-luna", "--since", anchor)).code).toBe(0);
    const set = await runAdmin("verify-audit", "cafe-luna", "--since", anchor.replace(/^2/, "9"));
    expect(set).toMatchObject({ code: 1, stderr: expect.stringContaining("SET BACK") });

    const { rows } = await admin.query(
      "UPDATE audit_events SET ip = '10.0.0.1' WHERE merchant_id = $1 AND action = 'merchant.created' RETURNING id",
      [luna],
    );
    const altered = await runAdmin("verify-audit");
    expect(altered.code).toBe(1);
    expect(altered.stderr).toBe(`cafe-luna: event ${rows[0].id} (place 1) was ALTERED\n`);
    expect(altered.stdout).toContain("sol: 4 events, sound");
    expect((await runAdmin("verify-audit", "sol")).code).toBe(0);
    expect((await runAdmin("verify-audit", "sol", "--since", "x")).code).toBe(1);
    expect((await runAdmin("verify-audit", "--loud")).code).toBe(1);
  }, 60_000);

  it("removes a person's second factors, and signs them out", async () => {
    const id = await insertUser(admin, { email: "eva@example.com" });
    await insertSession(admin, { user_id: id });
    await beginAuthenticator(id);
    const reset = await runAdmin("reset-second-factor", "EVA@example.com");
    expect(reset).toMatchObject({ code: 0, stdout: expect.stringContaining("are removed") });
    const left = await admin.query(
      "SELECT FROM authenticators UNION ALL SELECT FROM sessions WHERE user_id = $1 AND revoked_at IS NULL",
      [id],
    );
    expect(left.rowCount).toBe(0);
  });
});
