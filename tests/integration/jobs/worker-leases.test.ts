import { once } from "node:events";
import net from "node:net";
import pg from "pg";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { freeAbandoned } from "@/lib/jobs/heartbeat";
import { startWorker } from "@/lib/jobs/worker";
import { withAccounts } from "@/lib/platform/db";
import { requestAccountMail } from "@/lib/platform/mail/request-mail";
import { freshDatabase } from "@/tests/support/database";

process.env.LOG_LEVEL = "silent";
const { adminUrl } = await freshDatabase();
const admin = new pg.Pool({ connectionString: adminUrl, max: 2 });

/** A mail server that accepts a connection and then says nothing, so that a job waits for it. */
const sockets: net.Socket[] = [];
const silent = net.createServer((socket) => {
  socket.on("error", () => {});
  sockets.push(socket);
});

beforeAll(async () => {
  silent.listen(0, "127.0.0.1");
  await once(silent, "listening");
  const address = silent.address();
  process.env.SMTP_URL = `smtp://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
  const mail = { to: "ana@example.com", locale: "en", until: Date.now() + 3_600_000 };
  await withAccounts((tx) =>
    requestAccountMail(tx, { ...mail, template: "confirmEmail", link: "https://cobro.example/x" }),
  );
});
afterAll(async () => {
  for (const socket of sockets) socket.destroy();
  silent.close();
  await admin.end();
});

const job = async () => {
  const { rows } = await admin.query<{ lockedBy: string | null }>(
    `SELECT locked_by AS "lockedBy" FROM graphile_worker._private_jobs JOIN graphile_worker._private_tasks AS task
     ON task.id = task_id WHERE identifier = 'send-mail'`,
  );
  return rows[0];
};

it("gives back what it still works on when it is stopped, within five seconds", async () => {
  const worker = startWorker();
  await vi.waitFor(async () => expect((await job())?.lockedBy).toMatch(/^pool-/), { timeout: 10_000 });
  const beganAt = performance.now();
  await worker.stop();
  expect(performance.now() - beganAt).toBeLessThan(5_000);
  expect(await job()).toEqual({ lockedBy: null });
}, 30_000);

it("frees the jobs of a worker that died, and of no other", async () => {
  const lock = "UPDATE graphile_worker._private_jobs SET locked_by = $1, locked_at = now() - $2::interval";
  await admin.query(lock, ["pool-killed", "30 seconds"]);
  expect(await freeAbandoned(admin)).toEqual([]);
  await admin.query(lock, ["pool-killed", "2 minutes"]);
  await admin.query("INSERT INTO worker_heartbeats VALUES ('pool-killed', now() - interval '30 seconds')");
  expect(await freeAbandoned(admin)).toEqual([]);
  await admin.query("UPDATE worker_heartbeats SET seen_at = now() - interval '2 minutes'");
  expect(await freeAbandoned(admin)).toEqual(["pool-killed"]);
  expect(await job()).toEqual({ lockedBy: null });
});
