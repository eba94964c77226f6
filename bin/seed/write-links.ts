import type pg from "pg";
import { insertRows, timestamp, toInsert } from "@/bin/seed/insert-rows";
import type { Mode } from "@/lib/core/mode";
import type { LinkFailureCode, LinkState } from "@/lib/domain/payment-links/schema";
import type { CurrencyCode } from "@/lib/money/currencies";

/** A made-up link with its whole history. Times in Unix milliseconds. */
export type SeedLink = {
  id: string;
  mode: Mode;
  state: Exclude<LinkState, "sending">;
  origin: "portal" | "external";
  apiKeyId: string;
  amountMinor: number | null;
  currency: CurrencyCode | null;
  description: string | null;
  reference: string | null;
  upstreamId: string | null;
  url: string | null;
  active: boolean | null;
  failureCode: LinkFailureCode | null;
  createdById: string | null;
  createdAt: number;
  outcomeAt: number | null;
  replacesId: string | null;
  inactiveAt: number | null;
  dismissedAt: number | null;
  /** Null for an external link. */
  intentId: string | null;
};

/** The columns that a link is written with, and their types. */
export const linkColumns = {
  ...{
    merchant_id: "uuid",
    id: "uuid",
    mode: "mode",
    state: "link_state",
    origin: "link_origin",
    api_key_id: "uuid",
  },
  ...{
    amount_minor: "bigint",
    currency: "text",
    description: "text",
    reference: "text",
    upstream_id: "text",
  },
  ...{
    url: "text",
    active: "boolean",
    failure_code: "text",
    created_by_id: "uuid",
    created_at: "timestamptz",
  },
  ...{
    settled_at: "timestamptz",
    replaces_id: "uuid",
    inactive_at: "timestamptz",
    dismissed_at: "timestamptz",
  },
  ...{ intent_id: "uuid", request_hash: "bytea", lease_until: "timestamptz" },
};

const upstreamColumns = {
  ...{ merchant_id: "uuid", api_key_id: "uuid", upstream_id: "text" },
  ...{ url: "text", active: "boolean", first_seen_at: "timestamptz" },
};

/** No form exists for a made-up link, so that this hash is never compared with one. */
const noRequest = `\\x${"00".repeat(32)}`;

/** Writes links with the states that they ended in. Call it inside `inMerchantPastStates`. */
export async function writeLinks(
  client: pg.Client,
  merchantId: string,
  links: readonly SeedLink[],
): Promise<void> {
  await client.query(insertLinks(merchantId, links));
}

/** The statement that does so, to be made before it can be sent. */
export function insertLinks(merchantId: string, links: readonly SeedLink[]): pg.QueryConfig {
  const rows = links.map((link) => toRow(merchantId, link));
  return toInsert("payment_links", linkColumns, rows);
}

/** Writes what is known of the links upstream. Call it inside `inMerchant`. */
export async function writeUpstreamRecords(
  client: pg.Client,
  merchantId: string,
  links: readonly SeedLink[],
): Promise<void> {
  await insertRows(
    client,
    "link_sightings",
    upstreamColumns,
    links
      .filter(({ upstreamId }) => upstreamId !== null)
      .map(({ apiKeyId, upstreamId, url, active, createdAt, outcomeAt }) => ({
        ...{ merchant_id: merchantId, api_key_id: apiKeyId, upstream_id: upstreamId, url, active },
        first_seen_at: timestamp(outcomeAt ?? createdAt),
      })),
  );
}

function toRow(merchantId: string, link: SeedLink) {
  const isSent = link.origin === "portal";
  return {
    merchant_id: merchantId,
    id: link.id,
    mode: link.mode,
    state: link.state,
    origin: link.origin,
    api_key_id: link.apiKeyId,
    amount_minor: link.amountMinor,
    currency: link.currency,
    description: link.description,
    reference: link.reference,
    upstream_id: link.upstreamId,
    url: link.url,
    active: link.active,
    failure_code: link.failureCode,
    created_by_id: link.createdById,
    created_at: timestamp(link.createdAt),
    settled_at: timestamp(link.outcomeAt),
    replaces_id: link.replacesId,
    inactive_at: timestamp(link.inactiveAt),
    dismissed_at: timestamp(link.dismissedAt),
    intent_id: link.intentId,
    request_hash: isSent ? noRequest : null,
    lease_until: null,
  };
}
