import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startWorker } from "@/lib/jobs/worker";
import { isWithinLimit } from "@/lib/platform/rate-limits";
import { inDays } from "@/tests/fixtures/days";
import { insertEmailConfirmation } from "@/tests/fixtures/email-confirmation";
import { insertPasswordReset } from "@/tests/fixtures/password-reset";
import { insertSession } from "@/tests/fixtures/session";
import { insertUser } from "@/tests/fixtures/user";
import { freshDatabase } from "@/tests/support/database";

process.env.LOG_LEVEL = "fatal";
const { adminUrl } = await freshDatabase();
const admin = new pg.Client({ connectionString: adminUrl });
let worker: ReturnType<typeof startWorker>;
beforeAll(async () => {
  await admin.connect();
  worker = startWorker();
});
afterAll(async () => {
  await worker.stop();
  await admin.end();
});

async function column(sql: string): Promise<unknown[]> {
  const { rows } = await admin.query({ text: sql, rowMode: "array" });
  return rows.flat();
}

test("the worker deletes what has expired, and nothing else", async () => {
  const [ana, leo] = [crypto.randomUUID(), crypto.randomUUID()];
  await insertUser(admin, { id: ana, email: "ana@example.com" });
  await insertUser(admin, { id: leo, email: "leo@example.com" });
  const kept = [
    await insertSession(admin, { user_id: ana, last_seen_at: inDays(0) }),
    // It has ended, but says who was here lately.
    await insertSession(admin, { user_id: ana, last_seen_at: inDays(-29), revoked_at: inDays(-28) }),
    // Leo's only one: when he was last here.
    await insertSession(admin, { user_id: leo, last_seen_at: inDays(-400), expires_at: inDays(-370) }),
  ];
  for (let day = 31; day < 40; day += 1) {
    await insertSession(admin, { user_id: ana, last_seen_at: inDays(-day), expires_at: inDays(1 - day) });
    await insertSession(admin, { user_id: leo, last_seen_at: inDays(-400 - day), revoked_at: inDays(-400) });
  }
  await insertPasswordReset(admin, { user_id: ana, token_hash: Buffer.alloc(32, 1), expires_at: inDays(-1) });
  await insertPasswordReset(admin, { user_id: leo, token_hash: Buffer.alloc(32, 2) });
  const [gone, valid] = [Buffer.alloc(32, 3), Buffer.alloc(32, 4)];
  await insertEmailConfirmation(admin, { user_id: ana, token_hash: gone, expires_at: inDays(-1) });
  await insertEmailConfirmation(admin, { user_id: leo, token_hash: valid });
  await isWithinLimit("present", 5, 3_600);
  await admin.query(
    "INSERT INTO rate_limits SELECT 'past ' || n, 3, now() - interval '1 second' FROM generate_series(1, 25000) n",
  );

  await admin.query("SELECT graphile_worker.add_job('purge-expired')");
  await expect.poll(() => column("SELECT key FROM rate_limits")).toEqual(["present"]);
  expect((await column("SELECT id FROM sessions")).sort()).toEqual(kept.sort());
  expect(await column("SELECT user_id FROM password_resets")).toEqual([leo]);
  expect(await column("SELECT user_id FROM email_confirmations")).toEqual([leo]);
  expect(await isWithinLimit("present", 1, 3_600)).toBe(false);
});

test("the queue asks for it every hour", async () => {
  await expect
    .poll(() => column("SELECT identifier FROM graphile_worker._private_known_crontabs"))
    .toContain("purge-expired");
});
