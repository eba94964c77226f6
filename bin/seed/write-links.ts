import type pg from "pg";
import { insertRows, timestamp } from "@/bin/seed/insert-rows";
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

/** No form exists for a made-up link, so that this hash is never compared with one. */
const noRequest = `\\x${"00".repeat(32)}`;

/**
 * Writes links with the states that real ones go through: first as sent, then with their outcome. Call it inside
 * `inMerchant`.
 */
export async function writeLinks(
  client: pg.Client,
  merchantId: string,
  links: readonly SeedLink[],
): Promise<void> {
  await insertRows(
    client,
    "payment_links",
    linkColumns,
    links.map((link) => toRow(merchantId, link)),
  );
  const sent = links.filter(({ origin }) => origin === "portal");
  const unconfirmed = sent.filter(({ state }) => state === "abandoned");
  await writeOutcomes(client, merchantId, unconfirmed, () => "unknown");
  await writeOutcomes(client, merchantId, sent, ({ state }) => state);
  await client.query(
    `INSERT INTO link_sightings (merchant_id, api_key_id, upstream_id, url, active, first_seen_at)
     SELECT merchant_id, api_key_id, upstream_id, url, active, COALESCE(settled_at, created_at) FROM payment_links
     WHERE merchant_id = $1 AND id = ANY($2::uuid[]) AND upstream_id IS NOT NULL`,
    [merchantId, links.map(({ id }) => id)],
  );
}

async function writeOutcomes(
  client: pg.Client,
  merchantId: string,
  links: readonly SeedLink[],
  getState: (link: SeedLink) => LinkState,
): Promise<void> {
  if (links.length === 0) return;
  await client.query(
    `UPDATE payment_links SET state = outcome.state, lease_until = NULL
     FROM unnest($2::uuid[], $3::link_state[]) AS outcome (id, state)
     WHERE payment_links.merchant_id = $1 AND payment_links.id = outcome.id`,
    [merchantId, links.map(({ id }) => id), links.map(getState)],
  );
}

function toRow(merchantId: string, link: SeedLink) {
  const isSent = link.origin === "portal";
  return {
    merchant_id: merchantId,
    id: link.id,
    mode: link.mode,
    state: isSent ? "sending" : "ready",
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
    lease_until: isSent ? timestamp(link.createdAt) : null,
  };
}
