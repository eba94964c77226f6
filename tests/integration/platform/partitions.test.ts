import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, expect, it } from "vitest";
import { beginSnapshot, countRows } from "@/bin/backup/count-rows";
import { migrate } from "@/bin/database/migrate";
import { everyLink } from "@/lib/core/link-view";
import { listConnectedKeys } from "@/lib/domain/api-keys/list-keys";
import { sealEvents } from "@/lib/domain/audit/seal-events";
import { verifyChain } from "@/lib/domain/audit/verify-chain";
import { createPaymentLink } from "@/lib/domain/payment-links/create/create-payment-link";
import { historyPage } from "@/lib/domain/payment-links/history/list-history";
import { missingRights } from "@/lib/platform/health/readiness";
import { freshDatabase } from "@/tests/support/database";
import { partitioned, partitionedMigrations } from "@/tests/support/partitions";
import { startTestSandbox } from "@/tests/support/sandbox";
import { syncWhole } from "@/tests/support/syncing";
import { type ConnectedMerchant, connectedMerchant } from "@/tools/campaign/merchant";

// Tables in partitions by merchant are how one database grows, and what a sharded one makes of them. The schema has to
// allow it: every key begins with the merchant.

const { url } = await freshDatabase({ migrated: false });
const directory = await mkdtemp(path.join(tmpdir(), "cobro-partitions-"));
await migrate(url, { directory: await partitionedMigrations(directory) });
const sandbox = await startTestSandbox();
process.env.PAYMENT_LINKS_API_URL = sandbox.url;
const owner = new pg.Client({ connectionString: url });
await owner.connect();
afterAll(async () => {
  await owner.end();
  await sandbox.close();
  await rm(directory, { recursive: true });
});

async function create({ merchantId, actor }: ConnectedMerchant, description: string) {
  const link = { amountMinor: 1250, currency: "USD", description } as const;
  const intentId = crypto.randomUUID();
  const request = { merchantId, actor, mode: "test", intentId, link } as const;
  const first = await createPaymentLink(request);
  // The same form again gives the same link: the key that holds this is over all partitions.
  expect(await createPaymentLink(request)).toEqual(first);
  return first;
}

it("makes the largest tables in partitions, with the same rights", async () => {
  const { rows } = await owner.query<{ name: string; kind: string }>(
    "SELECT relname AS name, relkind AS kind FROM pg_class WHERE relname = ANY ($1) ORDER BY 1",
    [[...partitioned]],
  );
  expect(rows.map(({ kind }) => kind)).toEqual(["p", "p", "p", "p"]);
  expect(await missingRights()).toEqual([]);
});

it("creates, finds, syncs and audits there as everywhere, each merchant in one partition", async () => {
  const merchants = await Promise.all(
    Array.from({ length: 2 }, (_, index) => connectedMerchant(sandbox.url, `Merchant ${index}`)),
  );
  for (const merchant of merchants) {
    const { merchantId, account } = merchant;
    for (const what of ["Café con leche", "Torta"]) expect((await create(merchant, what)).ok).toBe(true);
    await account.seed(3);
    const [key] = await listConnectedKeys(merchantId);
    expect(await syncWhole({ ...merchant, apiKeyId: key?.id ?? "" })).toMatchObject({ code: "complete" });
    const all = await historyPage(everyLink(merchantId), {}, "UTC");
    expect(all.links.length).toBe(5);
    const found = await historyPage(everyLink(merchantId), { q: "torta" }, "UTC");
    expect(found.links.map(({ description }) => description)).toEqual([expect.stringContaining("Torta")]);
    await sealEvents(merchantId);
    expect((await verifyChain(merchantId)).findings).toEqual([]);
  }
  await beginSnapshot(owner);
  const counts = await countRows(owner);
  const { rows } = await owner.query(
    `SELECT count(DISTINCT merchant_id)::int AS merchants, count(DISTINCT (merchant_id, tableoid))::int AS places FROM payment_links`,
  );
  await owner.query("ROLLBACK");
  expect(rows[0]).toEqual({ merchants: 2, places: 2 });
  const pieces = Object.entries(counts).filter(([name]) => /^public\.payment_links_\d$/.test(name));
  expect(pieces.reduce((sum, [, count]) => sum + count, 0)).toBe(10);
});
