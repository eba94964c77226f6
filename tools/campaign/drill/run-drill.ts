import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { reconcile } from "@/bin/backup/reconcile";
import { everyLink } from "@/lib/core/link-view";
import { listConnectedKeys } from "@/lib/domain/api-keys/list-keys";
import { verifyChain } from "@/lib/domain/audit/verify-chain";
import { startBatch } from "@/lib/domain/payment-links/bulk/control-batch";
import { importTable } from "@/lib/domain/payment-links/bulk/import-table";
import { runBatch } from "@/lib/domain/payment-links/bulk/run-batch";
import { createPaymentLink } from "@/lib/domain/payment-links/create/create-payment-link";
import { sweepExpiredLeases } from "@/lib/domain/payment-links/create/sweep-leases";
import { syncKey } from "@/lib/domain/payment-links/sync/sync-key";
import { uuidv7 } from "@/lib/platform/uuidv7";
import type { BackupMethod } from "@/tools/campaign/drill/copy-database";
import { type ConnectedMerchant, connectedMerchant } from "@/tools/campaign/merchant";
import { readRows } from "@/tools/campaign/rows";

type Options = {
  adminUrl: string;
  sandboxUrl: string;
  method: BackupMethod;
  merchants: number;
  /** Links of each merchant before the backup, and after it. */
  before: number;
  after: number;
};

export type DrillReport = {
  upstream: number;
  /** Links of upstream that are not here, or more than once. */
  lost: string[];
  twice: string[];
  /** Links that upstream was sent by the recovery itself: none. */
  repeated: number;
  pausedTables: number;
  /** Links whose answer nobody has, for a person to match. */
  unconfirmed: number;
  auditRows: { saved: number; back: number; findings: number };
  seconds: { save: number; bringBack: number; reconcile: number };
};

/** Longer than a link may take. */
const silenceMs = 60_000;

const table = "Description;Amount\nOne;1.50\nTwo;2.50\nThree;3.50\n";

/**
 * A backup in the midst of work, more work, the loss of the database, and the way back: links of before and after, a link
 * whose answer was on its way, and a table that was running.
 */
export async function runDrill(options: Options): Promise<DrillReport> {
  const { adminUrl, sandboxUrl, method } = options;
  const merchants: ConnectedMerchant[] = [];
  for (let count = 0; count < options.merchants; count++) merchants.push(await connectedMerchant(sandboxUrl));
  for (const merchant of merchants) await createLinks(merchant, options.before);
  const batches = await startTables(merchants);
  const flying = await sendWithoutAnswer(merchants);
  const saved = await countEvents(adminUrl);
  const save = await timed(method.save);

  await Promise.allSettled(flying);
  for (const merchant of merchants) await createLinks(merchant, options.after);
  for (const batch of batches) await runBatch(batch);
  await method.lose();
  const bringBack = await timed(method.bringBack);
  const sent = await countUpstream(merchants);

  const back = await countEvents(adminUrl);
  let pausedTables = 0;
  const reconciling = await timed(async () => {
    pausedTables = (await reconcile()).paused;
    // A worker that takes up the jobs of the backup.
    for (const batch of batches) await runBatch(batch);
    await outliveLeases(adminUrl);
    for (const merchant of merchants) await syncMerchant(merchant);
  });
  const { lost, twice, unconfirmed } = await compare(merchants, adminUrl);
  let findings = 0;
  for (const { merchantId } of merchants) findings += (await verifyChain(merchantId)).findings.length;
  const upstream = await countUpstream(merchants);
  return {
    ...{ upstream, lost, twice, repeated: upstream - sent, pausedTables, unconfirmed },
    auditRows: { saved, back, findings },
    seconds: { save, bringBack, reconcile: reconciling },
  };
}

function create({ merchantId, actor }: ConnectedMerchant, description: string) {
  const link = { amountMinor: 1250, currency: "USD", description } as const;
  const intentId = crypto.randomUUID();
  return createPaymentLink({ merchantId, actor, mode: "test", intentId, link, isRepeatable: true });
}

async function createLinks(merchant: ConnectedMerchant, count: number): Promise<void> {
  for (let made = 0; made < count; made++) {
    const created = await create(merchant, `Link ${crypto.randomUUID().slice(0, 8)}`);
    if (!created.ok || created.value.state !== "ready") throw new Error("a link was not created");
  }
}

/** A table of each merchant that is running, and of which nothing was sent yet. */
async function startTables(merchants: ConnectedMerchant[]): Promise<Parameters<typeof runBatch>[0][]> {
  const { signal } = new AbortController();
  const batches = [];
  for (const { merchantId, actor } of merchants) {
    const id = uuidv7();
    const bytes = new TextEncoder().encode(table);
    const usual = { currency: "USD", decimalMark: ".", country: null } as const;
    await importTable({ merchantId, actor, id, mode: "test", fileName: "a.csv", bytes, usual });
    const started = await startBatch({ view: everyLink(merchantId), actor, id, version: 1 });
    if (!started.ok) throw new Error(`a table was not started: ${started.code}`);
    batches.push({ merchantId, batchId: id, signal });
  }
  return batches;
}

/** A link of each merchant that upstream has created, and whose answer does not come. */
async function sendWithoutAnswer(merchants: ConnectedMerchant[]): Promise<Promise<unknown>[]> {
  const sent = await countUpstream(merchants);
  for (const { account } of merchants) {
    await account.setFault({ fault: "slow", endpoint: "create", delayMs: silenceMs });
  }
  const flying = merchants.map((merchant) => create(merchant, "On its way"));
  // Its end is looked at later, when it may have failed long before.
  for (const one of flying) one.catch(() => {});
  while ((await countUpstream(merchants)) < sent + merchants.length) await sleep(20);
  return flying;
}

async function countUpstream(merchants: ConnectedMerchant[]): Promise<number> {
  let count = 0;
  for (const { account } of merchants) count += (await account.links()).length;
  return count;
}

async function syncMerchant({ merchantId }: ConnectedMerchant): Promise<void> {
  await sweepExpiredLeases(merchantId);
  for (const { id: apiKeyId } of await listConnectedKeys(merchantId)) {
    while ((await syncKey({ merchantId, apiKeyId })).code === "more");
  }
}

async function compare(
  merchants: ConnectedMerchant[],
  adminUrl: string,
): Promise<Pick<DrillReport, "lost" | "twice" | "unconfirmed">> {
  const found: Pick<DrillReport, "lost" | "twice" | "unconfirmed"> = { lost: [], twice: [], unconfirmed: 0 };
  for (const { merchantId, account } of merchants) {
    const rows = await readRows(adminUrl, merchantId);
    found.unconfirmed += rows.filter(({ state }) => state === "unknown").length;
    for (const { id } of await account.links()) {
      const copies = rows.filter(({ upstreamId }) => upstreamId === id).length;
      if (copies === 0) found.lost.push(id);
      if (copies > 1) found.twice.push(id);
    }
  }
  return found;
}

async function countEvents(adminUrl: string): Promise<number> {
  const { rows } = await ask(adminUrl, "SELECT count(*)::int AS count FROM audit_events");
  return rows[0].count;
}

/** A loss takes longer to mend than a link may take to be sent. */
async function outliveLeases(adminUrl: string): Promise<void> {
  await ask(
    adminUrl,
    "UPDATE payment_links SET lease_until = now() - interval '1 s' WHERE state = 'sending'",
  );
}

async function ask(adminUrl: string, text: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  return client.query(text).finally(() => client.end());
}

async function timed(work: () => Promise<void>): Promise<number> {
  const begunAt = performance.now();
  await work();
  return (performance.now() - begunAt) / 1_000;
}
