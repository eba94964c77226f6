import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import type { CampaignMerchant } from "@/tools/campaign/merchants";
import { countRows, readRows } from "@/tools/campaign/rows";
import type { Wanted } from "@/tools/campaign/several/load";

export type Comparison = {
  confirmed: number;
  upstream: number;
  here: number;
  unconfirmed: number;
  lost: string[];
  duplicated: string[];
};

const patienceMs = 180_000;

/** What upstream holds, and what is shown here, once everything that runs has ended. */
export async function compare(
  merchants: CampaignMerchant[],
  wanted: Wanted[],
  adminUrl: string,
): Promise<Comparison> {
  await until(async () => (await countRows(adminUrl, "sending")) === 0);
  const found: Comparison = { confirmed: 0, upstream: 0, here: 0, unconfirmed: 0, lost: [], duplicated: [] };
  for (const merchant of merchants) {
    const upstream = await merchant.account.links();
    // A link whose answer was lost is found by the next sync.
    const known = async () =>
      new Set((await readRows(adminUrl, merchant.merchantId)).map(({ upstreamId }) => upstreamId));
    await until(async () => {
      const ids = await known();
      return upstream.every(({ id }) => ids.has(id));
    });
    const [rows, ids] = [await readRows(adminUrl, merchant.merchantId), await known()];
    found.upstream += upstream.length;
    found.here += upstream.filter(({ id }) => ids.has(id)).length;
    found.unconfirmed += rows.filter(({ state }) => state === "unknown").length;
    for (const { description, isConfirmed } of wanted.filter((one) => one.merchant === merchant)) {
      const name = `${merchant.path} ${description}`;
      const copies = upstream.filter((link) => link.description.startsWith(description)).length;
      if (copies > 1) found.duplicated.push(name);
      if (!isConfirmed) continue;
      found.confirmed += 1;
      if (!rows.some((row) => row.description?.startsWith(description))) found.lost.push(name);
    }
    for (const link of upstream)
      if (!ids.has(link.id)) found.lost.push(`${merchant.path} ${link.description}`);
  }
  return found;
}

/** How often each migration was applied, when many processes begin at once on an empty database. */
export async function countMigrations(url: string): Promise<{ applied: number; repeated: number }> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client
    .query<{ applied: number; repeated: number }>(
      `SELECT count(DISTINCT migration_name)::int AS applied,
         (count(*) - count(DISTINCT migration_name))::int AS repeated FROM _prisma_migrations`,
    )
    .finally(() => client.end());
  return rows[0] ?? { applied: 0, repeated: 0 };
}

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + patienceMs; Date.now() < deadline; await sleep(500)) {
    if (await isTrue()) return;
  }
}
