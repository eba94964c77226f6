import { once } from "node:events";
import net from "node:net";
import pg from "pg";
import { afterAll, afterEach, expect, it, vi } from "vitest";
import { disconnect } from "@/lib/platform/db";
import { freshDatabase } from "@/tests/support/database";

const { url, adminUrl } = await freshDatabase();
const admin = new pg.Client({ connectionString: adminUrl });
await admin.connect();
afterAll(() => admin.end());
afterEach(() => vi.unstubAllEnvs());

async function answer(settings: Record<string, string> = {}) {
  await disconnect();
  vi.resetModules();
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  const { GET } = await import("@/app/api/health/ready/route");
  const response = await GET();
  return { status: response.status, ...(await response.json()) };
}
const fault = (code: string, ...names: string[]) => ({ status: "unavailable", faults: [{ code, names }] });

it("is ready on a database that has all that requests need", async () => {
  expect(await answer()).toMatchObject({ status: "ok" });
  expect(await answer()).toMatchObject({ status: "ok" });
});

it.each([
  ["DELETE FROM _prisma_migrations WHERE migration_name LIKE '%_secret_fingerprints'", "database_unmigrated"],
  ["REVOKE ALL ON payment_links FROM cobro_app", "database_rights"],
  ["ALTER TABLE payment_links NO FORCE ROW LEVEL SECURITY", "database_rights"],
])("says what is missing after %s", async (statement, code) => {
  await admin.query("BEGIN");
  await admin.query("CREATE TABLE kept AS SELECT * FROM _prisma_migrations");
  await admin.query(statement);
  await admin.query("COMMIT");
  const names = [
    code === "database_rights" ? "payment_links" : expect.stringMatching(/_secret_fingerprints$/),
  ];
  expect(await answer()).toMatchObject({ ...fault(code), faults: [{ code, names }] });
  await admin.query(`INSERT INTO _prisma_migrations SELECT * FROM kept ON CONFLICT DO NOTHING`);
  await admin.query("DROP TABLE kept; GRANT SELECT, INSERT, UPDATE ON payment_links TO cobro_app");
  await admin.query("ALTER TABLE payment_links FORCE ROW LEVEL SECURITY");
  expect(await answer()).toMatchObject({ status: "ok" });
});

it("is not ready with another secret, and names it without its value", async () => {
  await answer();
  const other = await answer({ ENCRYPTION_KEYS: `k1:${Buffer.alloc(32, 7).toString("base64")}` });
  expect(other).toEqual(fault("secrets_differ", "ENCRYPTION_KEYS:k1"));
});

it("says within two seconds that the database is silent", async () => {
  const silent = net.createServer(() => {});
  silent.listen(0, "127.0.0.1");
  await once(silent, "listening");
  const address = silent.address();
  const silentUrl = new URL(url);
  silentUrl.port = String(typeof address === "object" ? address?.port : "");
  const beganAt = performance.now();
  expect(await answer({ DATABASE_URL: silentUrl.href })).toMatchObject(fault("database_unreachable"));
  expect(performance.now() - beganAt).toBeLessThan(3_000);
  silent.close();
});
