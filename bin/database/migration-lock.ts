import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import { connect } from "@/bin/database/connect";
import { CliError } from "@/bin/embedded-postgres/cli-error";

/** An arbitrary number for the lock; nothing else in the database uses it. */
const migrationLock = 7_264_027;
const retryMs = 200;
const sayAfterMs = 3_000;

/**
 * Waits until no other process migrates the database, and makes others wait until the transaction that it leaves open has
 * ended. A lock of the session could outlive its process, on a connection that a pooler keeps.
 * @param options.say is called once with what it is waiting for.
 * @throws {CliError} when the other process is not done within the deadline.
 */
export async function lockMigrations(
  client: pg.Client,
  { setting, deadlineMs, say }: { setting: string; deadlineMs: number; say: (line: string) => void },
): Promise<void> {
  const beganAt = Date.now();
  for (let isSaid = false; ; await sleep(retryMs)) {
    await client.query("BEGIN");
    const { rows } = await client.query<{ isTaken: boolean }>(
      'SELECT pg_try_advisory_xact_lock($1) AS "isTaken"',
      [migrationLock],
    );
    if (rows[0]?.isTaken) {
      // Nothing happens in this transaction while the engine works on its own connection.
      await client.query("SET LOCAL idle_in_transaction_session_timeout = 0");
      return;
    }
    await client.query("ROLLBACK");
    const waitedMs = Date.now() - beganAt;
    if (waitedMs > deadlineMs) {
      throw new CliError(
        `${setting}: for ${Math.round(deadlineMs / 1000)} s another connection (${await holder(client)}) has been ` +
          "migrating this database; end it if nothing is behind it any more, and start again",
      );
    }
    if (!isSaid && waitedMs > sayAfterMs) {
      isSaid = true;
      say(`Waiting for another process that is migrating the database (${await holder(client)})…`);
    }
  }
}

async function holder(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ who: string }>(
    `SELECT format('pid %s of %s%s, since %s', pid, usename,
       coalesce(' as ' || nullif(application_name, ''), ''), to_char(backend_start, 'YYYY-MM-DD HH24:MI:SS TZ')) AS who
     FROM pg_locks JOIN pg_stat_activity USING (pid)
     WHERE locktype = 'advisory' AND classid = 0 AND objid = $1 AND granted`,
    [migrationLock],
  );
  return rows[0]?.who ?? "pid unknown";
}

/** How often a second connection checks whether it shares a server process with the first. */
const looks = 5;

/**
 * With a pooler that assigns a server process to another client after each transaction, the lock for migrations would
 * be lost, or never released. Such a pooler reports a process id that is not the server's, or gives two connections the
 * same server process.
 * @throws {CliError} that names the setting for the database itself.
 */
export async function refuseTransactionPooler(
  client: pg.Client,
  databaseUrl: string,
  setting: string,
): Promise<void> {
  if ((await serverPid(client)) === toldPid(client)) return;
  const other = await connect(databaseUrl, setting);
  try {
    for (let look = 0; look < looks; look++) {
      if ((await serverPid(client)) !== (await serverPid(other))) continue;
      throw new CliError(
        `${setting}: this is a pooler in transaction mode, which migrations cannot work through; ` +
          "set DATABASE_DIRECT_URL to the address of the database itself",
      );
    }
  } finally {
    await other.end();
  }
}

async function serverPid(client: pg.Client): Promise<number | undefined> {
  const { rows } = await client.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
  return rows[0]?.pid;
}

/** The process id that was sent when the connection was opened. pg has it, but its types do not. */
function toldPid(client: pg.Client): unknown {
  return Reflect.get(client, "processID");
}
