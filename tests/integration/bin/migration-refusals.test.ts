import { randomBytes } from "node:crypto";
import { once } from "node:events";
import net from "node:net";
import tls from "node:tls";
import pg from "pg";
import { afterAll, expect, inject, onTestFinished, test } from "vitest";
import { dbaSql } from "@/bin/admin/sql-for-dba";
import { migrate } from "@/bin/database/migrate";
import { CliError } from "@/bin/embedded-postgres/cli-error";
import { startTransactionPooler } from "@/tests/support/transaction-pooler";
import { makeCertificate } from "@/tests/unit/gateway/self-signed-certificate";

const { adminUrl, ownerUrl } = inject("postgres");
const admin = new pg.Client({ connectionString: adminUrl });
await admin.connect();
const undo: string[] = [];
afterAll(async () => {
  for (const statement of undo.reverse()) await admin.query(statement);
  await admin.end();
});

async function emptyDatabase(owner: string): Promise<string> {
  const name = `refusing_${randomBytes(4).toString("hex")}`;
  await admin.query(`CREATE DATABASE ${name} OWNER ${owner}`);
  undo.push(`DROP DATABASE ${name} WITH (FORCE)`);
  return name;
}

async function newUser(rights: string): Promise<string> {
  const name = `other_${randomBytes(4).toString("hex")}`;
  await admin.query(`CREATE ROLE ${name} LOGIN PASSWORD 'hunter2' ${rights}`);
  undo.push(`DROP ROLE ${name}`);
  return name;
}

function getAddress(database: string, user: string): string {
  const url = new URL(database, ownerUrl);
  url.username = user;
  url.password = "hunter2";
  return url.href;
}

async function getRefusal(migrating: Promise<unknown>): Promise<string> {
  const error: unknown = await migrating.catch((reason: unknown) => reason);
  if (!(error instanceof CliError)) throw error;
  expect(error.message).not.toContain("hunter2");
  expect(error.message).not.toContain("\n");
  return error.message;
}

test("a second database of another owner is told what to run, and works once it was", async () => {
  const first = new URL(await emptyDatabase("cobro"), ownerUrl).href;
  await migrate(first);
  const user = await newUser("CREATEROLE");
  const url = getAddress(await emptyDatabase(user), user);
  const refusal = await getRefusal(migrate(url));
  const [, statement = ""] = /run: (GRANT .*)$/.exec(refusal) ?? [];
  expect(refusal).toMatch(/^DATABASE_URL: another database on this server has made the roles /);
  await admin.query(statement);
  undo.push(`DROP OWNED BY ${user}`);
  expect((await migrate(url)).length).toBeGreaterThan(0);
  expect(await migrate(url)).toEqual([]);
});

test("an owner who may not make roles migrates after what sql-for-dba prints", async () => {
  const user = await newUser("NOCREATEROLE");
  const database = await emptyDatabase("cobro");
  const address = getAddress(database, user);
  await getRefusal(migrate(address));
  const administrator = new pg.Client({ connectionString: new URL(database, adminUrl).href });
  await administrator.connect();
  undo.push(`DROP OWNED BY ${user}`);
  await administrator.query(dbaSql(user, database)).finally(() => administrator.end());
  expect((await migrate(address)).length).toBeGreaterThan(0);
  expect(await migrate(address)).toEqual([]);
});

test("a user without the right to make tables is told what to run", async () => {
  const user = await newUser("");
  const database = await emptyDatabase("cobro");
  const refusal = await getRefusal(migrate(getAddress(database, user)));
  expect(refusal).toContain(`ALTER DATABASE … OWNER TO ${user}`);
});

test("migrations through a pooler in transaction mode are refused, and the setting named", async () => {
  const direct = new URL(await emptyDatabase("cobro"), ownerUrl).href;
  const pooler = await startTransactionPooler(direct);
  onTestFinished(pooler.close);
  expect(await getRefusal(migrate(pooler.url))).toMatch(
    /^DATABASE_URL: .*pooler in transaction mode.* set DATABASE_DIRECT_URL/,
  );
  expect((await migrate(direct, { setting: "DATABASE_DIRECT_URL" })).length).toBeGreaterThan(0);
});

test("a lock that nobody gives back is named, and waited for only so long", async () => {
  const url = new URL(await emptyDatabase("cobro"), ownerUrl).href;
  const holder = new pg.Client({ connectionString: url });
  await holder.connect();
  onTestFinished(() => holder.end());
  const { rows } = await holder.query("SELECT pg_backend_pid() AS pid FROM pg_advisory_lock(7264027)");
  const said: string[] = [];
  const refusal = await getRefusal(migrate(url, { lockDeadlineMs: 4_000, say: (line) => said.push(line) }));
  expect(said).toEqual([expect.stringContaining(`pid ${rows[0].pid} `)]);
  expect(refusal).toMatch(/^DATABASE_URL: for 4 s another connection \(pid \d+ of cobro, /);
});

test.each(["require", "verify-full"])(
  "a certificate of an own authority names the ways out: %s",
  async (mode) => {
    const server = net.createServer((socket) => {
      socket.on("error", () => {});
      // PostgreSQL's answer to a client that asks for TLS.
      socket.once("data", () => {
        socket.write("S");
        const secure = new tls.TLSSocket(socket, { isServer: true, ...makeCertificate() });
        secure.on("error", () => {});
      });
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    onTestFinished(() => void server.close());
    const address = server.address();
    const port = typeof address === "object" ? address?.port : 0;
    const refusal = await getRefusal(
      migrate(`postgres://cobro:hunter2@localhost:${port}/cobro?sslmode=${mode}`),
    );
    expect(refusal).toMatch(/^DATABASE_URL: cannot connect to localhost:\d+ \(self-signed certificate/);
    expect(refusal).toContain("sslrootcert=/path/to/ca.pem");
    expect(refusal).toContain("sslmode=no-verify");
  },
);

test("a certificate that is not there is named", async () => {
  const url = "postgres://cobro:hunter2@localhost/cobro?sslmode=verify-full&sslrootcert=/no/such/ca.pem";
  expect(await getRefusal(migrate(url))).toBe(
    "DATABASE_URL: the address cannot be used (ENOENT /no/such/ca.pem)",
  );
});
