import type pg from "pg";
import { uuidv7 } from "@/lib/platform/uuidv7";
import type { TestMerchant } from "@/tests/support/merchants";

export type LinkRow = {
  description: string;
  amountMinor?: number;
  currency?: string;
  mode?: string;
  state?: "ready" | "rejected" | "unknown";
  createdAt?: string;
  upstreamId?: string;
  reference?: string;
  /** The owner where it is nobody else. */
  createdById?: string;
};

let clock = Date.parse("2026-11-20T12:00:00Z");

/** Writes links as they stand after being made, and answers their ids. Without a time, each is a second newer. */
export function linkRows(
  admin: pg.Client,
): (merchant: TestMerchant, ...rows: LinkRow[]) => Promise<string[]> {
  return async (merchant, ...rows) => {
    const { merchantId, actor } = merchant;
    await admin.query(
      `INSERT INTO api_keys (merchant_id, id, mode, last4, sealed, master_key_id, fingerprint, connected_by_id)
     VALUES ($1, $1, 'test', 'abcd', '\\x01', 'k1', '\\x02', $2) ON CONFLICT DO NOTHING`,
      [merchantId, actor.userId],
    );
    const ids: string[] = [];
    for (const row of rows) ids.push(await addOne(admin, merchant, row));
    return ids;
  };
}

async function addOne(admin: pg.Client, { merchantId, actor }: TestMerchant, row: LinkRow): Promise<string> {
  clock += 1_000;
  const createdAt = row.createdAt ?? new Date(clock).toISOString();
  const id = uuidv7(Date.parse(createdAt));
  const {
    amountMinor = 100,
    currency = "USD",
    createdById = actor.userId,
    mode = "test",
    state = "ready",
    reference = null,
  } = row;
  await admin.query(
    `INSERT INTO payment_links (merchant_id, id, mode, state, intent_id, request_hash, api_key_id, lease_until,
       amount_minor, currency, description, reference, created_by_id, created_at)
     VALUES ($1, $2, $3, 'sending', gen_random_uuid(), '\\x03', $1, now(), $4, $5, $6, $7, $8, $9)`,
    [merchantId, id, mode, amountMinor, currency, row.description, reference, createdById, createdAt],
  );
  const upstreamId = state === "ready" ? (row.upstreamId ?? `plink_${id}`) : null;
  await admin.query(
    "UPDATE payment_links SET state = $3, upstream_id = $4, url = $5, failure_code = $6 WHERE merchant_id = $1 AND id = $2",
    [
      ...[merchantId, id, state, upstreamId],
      upstreamId && `https://pay.example/link/${upstreamId}`,
      state === "ready" ? null : "timeout",
    ],
  );
  return id;
}
