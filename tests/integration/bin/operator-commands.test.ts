import pg from "pg";
import { afterAll, beforeEach, expect, it, vi } from "vitest";
import { createMerchantFor } from "@/bin/admin/create-merchant";
import { doctor } from "@/bin/admin/doctor";
import { jobs, retry } from "@/bin/admin/jobs";
import { operations } from "@/bin/admin/operations";
import { makeOperator, removeOperator } from "@/bin/admin/operators";
import { disablePerson, enablePerson } from "@/bin/admin/people";
import { stats } from "@/bin/admin/stats";
import { testMail } from "@/bin/admin/test-mail";
import { isOperator } from "@/lib/domain/operator/change-operator";
import { deleteOldFailures } from "@/lib/jobs/list-jobs";
import { withAccounts } from "@/lib/platform/db";
import { requestAccountMail } from "@/lib/platform/mail/request-mail";
import { insertSession } from "@/tests/fixtures/session";
import { insertUser } from "@/tests/fixtures/user";
import { freshDatabase } from "@/tests/support/database";
import { startSmtp } from "@/tests/support/smtp";

const smtp = await startSmtp((to) => (to.startsWith("nobody") ? 550 : undefined));
process.env.SMTP_URL = smtp.url;
const { adminUrl } = await freshDatabase();
const admin = new pg.Client({ connectionString: adminUrl });
await admin.connect();
afterAll(async () => {
  await admin.end();
  await smtp.close();
});

const email = "ana@example.com";
const userId = await insertUser(admin, { email });
await insertSession(admin, { user_id: userId });

let lines: string[];
beforeEach(() => {
  lines = [];
  for (const level of ["log", "error"] as const) {
    vi.spyOn(console, level).mockImplementation((_, line) => lines.push(String(line)));
  }
});
const said = () => lines.join("\n");

it("opens a business for a person, and the log says that the operator did", async () => {
  expect(await createMerchantFor(["ANA@example.com", "Café Sol", "--currency", "crc"])).toBe(true);
  expect(said()).toContain("cafe-sol is there");
  const { rows } = await admin.query(
    `SELECT m.default_currency, s.role, s.user_id, e.actor_id FROM merchants m
     JOIN memberships s USING (merchant_id) JOIN audit_events e USING (merchant_id)`,
  );
  expect(rows).toEqual([{ default_currency: "CRC", role: "owner", user_id: userId, actor_id: null }]);
  await expect(createMerchantFor(["nobody@example.com", "Sol"])).rejects.toThrow("Nobody has an account");
  await expect(createMerchantFor([email])).rejects.toThrow("create-merchant <owner's email>");
  await expect(createMerchantFor([email, "Sol", "--zone", "Moon"])).rejects.toThrow(/timeZone/);
});

it("keeps a person out and lets them in again, on record", async () => {
  await disablePerson([email]);
  const open = () => admin.query("SELECT FROM sessions WHERE revoked_at IS NULL");
  expect((await open()).rowCount).toBe(0);
  await enablePerson([email]);
  await enablePerson([email]);
  const { rows } = await admin.query("SELECT action FROM audit_events WHERE target_id = $1 ORDER BY id", [
    userId,
  ]);
  expect(rows.map(({ action }) => action)).toEqual(["session.person_disabled", "session.person_enabled"]);
  await expect(disablePerson(["nobody@example.com"])).rejects.toThrow("Nobody has an account");
});

it("makes a person an operator, who is one no more when disabled or taken off", async () => {
  await makeOperator(["ANA@example.com"]);
  expect(await isOperator(userId)).toBe(true);
  await disablePerson([email]);
  expect(await isOperator(userId)).toBe(false);
  await enablePerson([email]);
  await removeOperator([email]);
  expect(await isOperator(userId)).toBe(false);
  await expect(makeOperator(["nobody@example.com"])).rejects.toThrow("Nobody has an account");
});

it("counts, lists jobs without what they hold, and lets one run again", async () => {
  const until = Date.now() + 3_600_000;
  const mail = { to: email, locale: "en", until, link: "https://cobro.example/secret" };
  await withAccounts((tx) => requestAccountMail(tx, { ...mail, template: "confirmEmail" }));
  await admin.query(
    "UPDATE graphile_worker._private_jobs SET attempts = max_attempts, last_error = 'no answer'",
  );
  await stats();
  expect(said()).toMatch(/1 people, 1 merchants\n0 links\n1 jobs, the oldest due .*\n\d+ MB/);
  await jobs();
  const [, id = ""] = /(\d+) {2}send-mail .*12 of 12 attempts, FAILED FOR GOOD: no answer/.exec(said()) ?? [];
  expect(said()).not.toContain("secret");
  expect(await doctor()).toBe(false);
  expect(said()).toContain("jobs: 1 have failed for good");
  await retry([id]);
  const { rows } = await admin.query("SELECT attempts FROM graphile_worker.jobs");
  expect(rows).toEqual([{ attempts: 0 }]);
  await expect(retry(["999999"])).rejects.toThrow("There is no job 999999");
  expect(await operations()).toBe(true);
  expect(said()).toMatch(new RegExp(` {2}\\S+@\\S+ {2}job_retried {2}${id}\n1 operations$`));
});

it("forgets jobs that failed for good a month ago, and no others", async () => {
  for (const [days, attempts] of [
    [31, 1],
    [29, 1],
    [31, 0],
  ]) {
    await admin.query(
      "SELECT graphile_worker.add_job('no-such-task', max_attempts => 1, run_at => now() - make_interval(days => $1), job_key => $2)",
      [days, `failed-${days}-${attempts}`],
    );
    if (attempts === 1)
      await admin.query("UPDATE graphile_worker._private_jobs SET attempts = 1 WHERE key = $1", [
        `failed-${days}-1`,
      ]);
  }
  expect(await deleteOldFailures()).toBe(1);
  const { rows } = await admin.query("DELETE FROM graphile_worker._private_jobs RETURNING key");
  expect(rows.map(({ key }) => key)).toEqual(expect.arrayContaining(["failed-29-1", "failed-31-0"]));
});

it("names what is missing", async () => {
  expect(await doctor()).toBe(true);
  await admin.query("REVOKE ALL ON merchants FROM cobro_app");
  await admin.query(
    "UPDATE secret_fingerprints SET fingerprint = sha256('x') WHERE name = 'ENCRYPTION_KEYS:k1'",
  );
  expect(await doctor()).toBe(false);
  expect(said()).toContain("roles and rights: missing for merchants");
  expect(said()).toContain("secrets: ENCRYPTION_KEYS (its key k1)");
});

it("tries the mail server, and says why it refuses", async () => {
  expect(await testMail([email])).toBe(true);
  expect(smtp.received).toMatchObject([{ to: [email] }]);
  await expect(testMail(["nobody@example.com"])).rejects.toThrow(/^SMTP_URL: .*\(EENVELOPE 550\)$/);
});
