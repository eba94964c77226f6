import pg from "pg";
import type { LinkState } from "@/lib/domain/payment-links/schema";
import type { LinkRow } from "@/tools/campaign/invariants";

// Queries of the campaign, with the rights of a superuser.

export async function readRows(adminUrl: string, merchantId: string): Promise<LinkRow[]> {
  const { rows } = await query(
    adminUrl,
    `SELECT id, merchant_id AS "merchantId", state, origin, intent_id AS "intentId",
       amount_minor::float8 AS "amountMinor", currency, description, reference, upstream_id AS "upstreamId"
     FROM payment_links WHERE merchant_id = $1`,
    [merchantId],
  );
  return rows;
}

export async function countRows(adminUrl: string, state: LinkState): Promise<number> {
  const { rows } = await query(
    adminUrl,
    "SELECT count(*)::int AS count FROM payment_links WHERE state = $1::link_state",
    [state],
  );
  return rows[0].count;
}

/** The merchants with links that are unknown. */
export async function merchantsWithUnconfirmed(adminUrl: string): Promise<Set<string>> {
  const { rows } = await query(
    adminUrl,
    "SELECT DISTINCT merchant_id FROM payment_links WHERE state = 'unknown'",
  );
  return new Set(rows.map(({ merchant_id: id }) => String(id)));
}

/**
 * For each merchant, the total of its list when that was last proved to be completely known, if that was after `since`.
 */
export async function readProvenTotals(adminUrl: string, since: Date): Promise<Map<string, number>> {
  const { rows } = await query(
    adminUrl,
    "SELECT merchant_id, complete_total FROM key_syncs WHERE complete_at >= $1",
    [since],
  );
  return new Map(rows.map((row) => [String(row.merchant_id), Number(row.complete_total)]));
}

async function query(adminUrl: string, text: string, values: unknown[] = []): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  return client.query(text, values).finally(() => client.end());
}
