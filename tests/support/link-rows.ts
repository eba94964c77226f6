import type pg from "pg";
import { uuidv7 } from "@/lib/platform/uuidv7";
import { insertApiKey } from "@/tests/fixtures/api-key";
import { insertPaymentLink } from "@/tests/fixtures/payment-link";
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
  /** The owner when not given. */
  createdById?: string;
};

let clock = Date.parse("2026-11-20T12:00:00Z");

/** Inserts links and answers their ids. Without a time, each is a second newer than the one before. */
export function linkRows(
  admin: pg.Client,
): (merchant: TestMerchant, ...rows: LinkRow[]) => Promise<string[]> {
  return async (merchant, ...rows) => {
    const { merchantId } = merchant;
    const hasKey = await admin.query("SELECT FROM api_keys WHERE merchant_id = $1 AND id = $1", [merchantId]);
    // Not active, because a test may connect a key of its own.
    if (hasKey.rowCount === 0) {
      await insertApiKey(admin, { merchant_id: merchantId, id: merchantId, active_mode: null });
    }
    const ids: string[] = [];
    for (const row of rows) ids.push(await addOne(admin, merchant, row));
    return ids;
  };
}

async function addOne(admin: pg.Client, { merchantId, actor }: TestMerchant, row: LinkRow): Promise<string> {
  clock += 1_000;
  const createdAt = row.createdAt ?? new Date(clock).toISOString();
  const id = uuidv7(Date.parse(createdAt));
  const { amountMinor = 100, currency = "USD", createdById = actor.userId, mode = "test" } = row;
  const { state = "ready", reference = null, upstreamId } = row;
  return insertPaymentLink(admin, {
    ...{ merchant_id: merchantId, id, mode, state, api_key_id: merchantId, created_by_id: createdById },
    ...{
      amount_minor: amountMinor,
      currency,
      description: row.description,
      reference,
      created_at: createdAt,
    },
    ...(upstreamId && { upstream_id: upstreamId, url: `https://pay.example/link/${upstreamId}` }),
    failure_code: state === "ready" ? null : "timeout",
  });
}
