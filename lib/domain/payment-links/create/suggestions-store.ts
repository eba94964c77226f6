import * as z from "zod";
import type { LinkView } from "@/lib/core/link-view";
import type { MerchantId } from "@/lib/core/merchant-id";
import type { Mode } from "@/lib/core/mode";
import type { Statement } from "@/lib/platform/statement";
import { uuidv7 } from "@/lib/platform/uuidv7";
import { Prisma } from "@/prisma/generated/client";

/** How many of the latest links are read, in any mode: it limits the work for a merchant with a million links. */
const latest = 300;

const descriptionRow = z.object({ description: z.string() });

/**
 * Descriptions of links in this mode, the most used first. A use counts less the longer ago it was. Links that upstream
 * refused do not count.
 */
export function usualDescriptions(
  { merchantId, onlyBy }: LinkView,
  { mode, limit }: { mode: Mode; limit: number },
): Statement<z.output<typeof descriptionRow>> {
  const ofPerson = onlyBy === null ? Prisma.empty : Prisma.sql`AND created_by_id = ${onlyBy}::uuid`;
  const sql = Prisma.sql`
    SELECT description FROM (
      SELECT description, mode, state, origin, row_number() OVER (ORDER BY id DESC) AS age
      FROM payment_links
      WHERE merchant_id = ${merchantId}::uuid ${ofPerson}
      ORDER BY id DESC LIMIT ${latest}
    ) AS latest
    WHERE mode = ${mode}::mode AND origin = 'portal' AND state IN ('sending', 'ready', 'unknown')
    GROUP BY description ORDER BY sum(1.0 / (age + 4)) DESC, min(age) LIMIT ${limit}`;
  return { sql, row: descriptionRow };
}

const currencyRow = z.object({ currency: z.string() });

/** The currencies of the latest links in any mode, the most used first. Links that upstream refused do not count. */
export function latestCurrencies(merchantId: MerchantId): Statement<z.output<typeof currencyRow>> {
  const sql = Prisma.sql`
    SELECT currency FROM (
      SELECT currency, state, row_number() OVER (ORDER BY id DESC) AS age
      FROM payment_links WHERE merchant_id = ${merchantId}::uuid ORDER BY id DESC LIMIT ${latest}
    ) AS latest
    WHERE currency IS NOT NULL AND state <> 'rejected'
    GROUP BY currency ORDER BY count(*) DESC, min(age)`;
  return { sql, row: currencyRow };
}

const urlRow = z.object({ url: z.string().nullable() });

/** The address of the person's last link in this mode. */
export function lastUrl(
  merchantId: MerchantId,
  userId: string,
  mode: Mode,
): Statement<z.output<typeof urlRow>> {
  const sql = Prisma.sql`
    SELECT url FROM (
      SELECT id, mode, origin, url FROM payment_links
      WHERE merchant_id = ${merchantId}::uuid AND created_by_id = ${userId}::uuid
      ORDER BY id DESC LIMIT ${latest}
    ) AS latest
    WHERE mode = ${mode}::mode AND origin = 'portal' ORDER BY id DESC LIMIT 1`;
  return { sql, row: urlRow };
}

/** If an answer takes longer than this (milliseconds), the person may have gone on to something else. */
const slowMs = 3_000;
/** Longer than any link is being created. */
const longestCreatedMs = 10 * 60_000;

const pendingRow = z.object({ id: z.string() });

/**
 * The ids of the person's links that are still being created, or whose outcome took long and has come since a moment;
 * newest first.
 */
export function pendingIds(
  merchantId: MerchantId,
  userId: string,
  { outcomeSince, limit }: { outcomeSince: Date; limit: number },
): Statement<z.output<typeof pendingRow>> {
  const begunSince = outcomeSince.getTime() - longestCreatedMs;
  // Ids begin with the time, so that the index of a person's links leads to the few that this is about.
  const sql = Prisma.sql`
    SELECT id FROM payment_links
    WHERE merchant_id = ${merchantId}::uuid AND created_by_id = ${userId}::uuid AND origin = 'portal'
      AND id > ${uuidv7(begunSince, Buffer.alloc(16))}::uuid
      AND (state = 'sending' OR (settled_at > ${outcomeSince}::timestamptz
        AND settled_at > created_at + ${slowMs}::int * interval '1 millisecond'))
    ORDER BY id DESC LIMIT ${limit}`;
  return { sql, row: pendingRow };
}
