import * as z from "zod";
import type { MerchantId } from "@/lib/core/merchant-id";
import type { Mode } from "@/lib/core/mode";
import { linkStates, type NewLink } from "@/lib/domain/payment-links/schema";
import { readFailureCode } from "@/lib/domain/payment-links/store";
import { chosenMerchant } from "@/lib/platform/db";
import { type Counted, type CountedLimits, countingAttempts } from "@/lib/platform/rate-limits";
import type { Statement } from "@/lib/platform/statement";
import { Prisma } from "@/prisma/generated/client";

const hourSeconds = 60 * 60;

const submittedRow = z.object({
  id: z.string(),
  state: z.enum(linkStates),
  failureCode: z.string().nullable().transform(readFailureCode),
  requestHash: z.instanceof(Uint8Array).nullable(),
});

/** The link that an intent of the chosen merchant has created, or is creating. */
export type SubmittedLink = z.output<typeof submittedRow>;

export function submittedLink(intentId: string): Statement<SubmittedLink> {
  const sql = Prisma.sql`
    SELECT id, state, failure_code AS "failureCode", request_hash AS "requestHash" FROM payment_links
    WHERE merchant_id = ${chosenMerchant} AND intent_id = ${intentId}::uuid`;
  return { sql, row: submittedRow };
}

/** The row of a link that is about to be sent. */
export type SendingLink = NewLink & {
  id: string;
  mode: Mode;
  intentId: string;
  requestHash: Uint8Array;
  apiKeyId: string;
  createdById: string;
  leaseUntil: Date;
  reference: string | null;
  expiresAt: Date | null;
};

/**
 * @property duplicates since when a link with the same content is taken for a mistake, and the link that the person was
 * asked about; null where none is.
 */
type Conditions = { linksPerHour: number; duplicates: { since: Date; except: string | undefined } | null };

const insertedRow = z.object({ id: z.string() });

/**
 * Inserts the row of a link if there is one left in this hour and none with the same content, its intent has none yet and
 * its reference is free; answers nothing otherwise. `countingLink` and `lockingContent` go before it in its transaction.
 */
export function insertingLink(
  merchantId: MerchantId,
  link: SendingLink,
  { linksPerHour, duplicates }: Conditions,
): Statement<z.output<typeof insertedRow>> {
  // The database's clock, which a sync uses too: the order of the two times tells which found link can be this one.
  const sql = Prisma.sql`
    INSERT INTO payment_links (merchant_id, id, mode, state, intent_id, request_hash, api_key_id, amount_minor, currency,
      description, reference, created_by_id, created_at, lease_until, expires_at)
    SELECT ${merchantId}::uuid, ${link.id}::uuid, ${link.mode}::mode, 'sending', ${link.intentId}::uuid,
      ${link.requestHash}::bytea, ${link.apiKeyId}::uuid, ${link.amountMinor}::bigint, ${link.currency},
      ${link.description}, ${link.reference}, ${link.createdById}::uuid,
      date_trunc('milliseconds', CURRENT_TIMESTAMP), ${link.leaseUntil}::timestamptz, ${link.expiresAt}::timestamptz
    WHERE NULLIF(current_setting('app.links_in_hour', true), '')::int <= ${linksPerHour}
      AND ${duplicates ? hasNoDuplicate(merchantId, link, duplicates) : Prisma.sql`true`}
    ON CONFLICT DO NOTHING RETURNING id`;
  return { sql, row: insertedRow };
}

/**
 * Counts a link before it is begun, with the rights of the owner: within the limits of people, and in this hour unless one
 * of those is used up, so that whoever sends too many does not use up the hour. Tells `insertingLink` after it.
 */
export function countingLink(
  hourKey: string,
  { mostByKey, windowSeconds }: CountedLimits,
): Statement<Counted> {
  const keys = [...mostByKey.keys()];
  const ofPeople = countingAttempts(keys, windowSeconds);
  const isUsedUp = Prisma.sql`EXISTS (
    SELECT FROM of_people JOIN unnest(${keys}::text[], ${[...mostByKey.values()]}::int[]) AS may (key, most) USING (key)
    WHERE hits > most)`;
  const ofHour = countingAttempts([hourKey], hourSeconds, Prisma.sql`NOT ${isUsedUp}`);
  const sql = Prisma.sql`
    WITH of_people AS (${ofPeople.sql}), of_hour AS (${ofHour.sql}),
      counted AS (SELECT * FROM of_people UNION ALL SELECT * FROM of_hour)
    SELECT *, set_config('app.links_in_hour', (SELECT hits::text FROM of_hour), true) FROM counted`;
  return { sql, row: ofHour.row };
}

/** Whether there is none with the same content but the one that the person was asked about; as `findNearDuplicate`. */
function hasNoDuplicate(
  merchantId: MerchantId,
  { mode, amountMinor, currency, description }: SendingLink,
  { since, except }: NonNullable<Conditions["duplicates"]>,
): Prisma.Sql {
  const newest = (which: Prisma.Sql) => Prisma.sql`(
    SELECT id::text FROM payment_links
    WHERE merchant_id = ${merchantId}::uuid AND mode = ${mode}::mode AND amount_minor = ${amountMinor}::bigint
      AND currency = ${currency} AND description = ${description} AND origin = 'portal' AND ${which}
    ORDER BY created_at DESC LIMIT 1)`;
  const recent = newest(
    Prisma.sql`state IN ('sending', 'ready', 'unknown') AND created_at >= ${since}::timestamptz`,
  );
  const asked = Prisma.sql`${except}::text`;
  return Prisma.sql`COALESCE(${recent}, ${newest(Prisma.sql`in_doubt`)}, ${asked}) IS NOT DISTINCT FROM ${asked}`;
}
