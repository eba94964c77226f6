import { z } from "zod";
import type { LinkScope } from "@/lib/core/link-view";
import type { MerchantId } from "@/lib/core/merchant-id";
import type { Mode } from "@/lib/core/mode";
import type { PaymentLink } from "@/lib/domain/payment-links/schema";
import { linkColumns, toPaymentLink } from "@/lib/domain/payment-links/store";
import type { MerchantTx } from "@/lib/platform/db";
import type { Statement } from "@/lib/platform/statement";
import { Prisma } from "@/prisma/generated/client";

/** How many of the latest links are read, in any mode: it limits the work for a merchant with a million links. */
const latest = 300;

/**
 * Descriptions of links in this mode, the most used first. A use counts less the longer ago it was. Links that upstream
 * refused do not count.
 */
export async function listUsualDescriptions(
  tx: MerchantTx,
  { onlyBy }: LinkScope,
  { mode, limit }: { mode: Mode; limit: number },
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ description: string }[]>`
    SELECT description FROM (
      SELECT description, mode, state, origin, row_number() OVER (ORDER BY id DESC) AS age
      FROM payment_links
      WHERE merchant_id = ${tx.merchantId}::uuid AND (${onlyBy}::uuid IS NULL OR created_by_id = ${onlyBy}::uuid)
      ORDER BY id DESC LIMIT ${latest}
    ) AS latest
    WHERE mode = ${mode}::mode AND origin = 'portal' AND state IN ('sending', 'ready', 'unknown')
    GROUP BY description ORDER BY sum(1.0 / (age + 4)) DESC, min(age) LIMIT ${limit}`;
  return rows.map(({ description }) => description);
}

/** The currencies of the latest links in any mode, the most used first. Links that upstream refused do not count. */
export async function listLatestCurrencies(tx: MerchantTx): Promise<string[]> {
  const rows = await tx.$queryRaw<{ currency: string }[]>(currenciesSql(tx.merchantId));
  return rows.map(({ currency }) => currency);
}

const currencyRow = z.object({ currency: z.string() });

/** The same as a statement. */
export function latestCurrencies(merchantId: MerchantId): Statement<z.output<typeof currencyRow>> {
  return { sql: currenciesSql(merchantId), row: currencyRow };
}

function currenciesSql(merchantId: MerchantId): Prisma.Sql {
  return Prisma.sql`
    SELECT currency FROM (
      SELECT currency, state, row_number() OVER (ORDER BY id DESC) AS age
      FROM payment_links WHERE merchant_id = ${merchantId}::uuid ORDER BY id DESC LIMIT ${latest}
    ) AS latest
    WHERE currency IS NOT NULL AND state <> 'rejected'
    GROUP BY currency ORDER BY count(*) DESC, min(age)`;
}

/** The address of the person's last link in this mode. */
export async function findLastUrl(tx: MerchantTx, userId: string, mode: Mode): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ url: string | null }[]>`
    SELECT url FROM (
      SELECT id, mode, origin, url FROM payment_links
      WHERE merchant_id = ${tx.merchantId}::uuid AND created_by_id = ${userId}::uuid
      ORDER BY id DESC LIMIT ${latest}
    ) AS latest
    WHERE mode = ${mode}::mode AND origin = 'portal' ORDER BY id DESC LIMIT 1`;
  return row?.url ?? null;
}

/** If an answer takes longer than this (milliseconds), the person may have gone on to something else. */
const slowMs = 3_000;

/**
 * The person's links that are still being created, or whose outcome took long and has come since a moment; newest
 * first.
 */
export async function listPendingLinks(
  tx: MerchantTx,
  userId: string,
  { outcomeSince, limit }: { outcomeSince: Date; limit: number },
): Promise<PaymentLink[]> {
  const found = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM payment_links
    WHERE merchant_id = ${tx.merchantId}::uuid AND created_by_id = ${userId}::uuid AND origin = 'portal'
      AND created_at > ${outcomeSince}::timestamptz - interval '10 minutes'
      AND (state = 'sending' OR (
        settled_at > ${outcomeSince} AND settled_at > created_at + ${slowMs} * interval '1 millisecond'))
    ORDER BY id DESC LIMIT ${limit}`;
  if (found.length === 0) return [];
  const rows = await tx.paymentLink.findMany({
    where: { merchantId: tx.merchantId, id: { in: found.map(({ id }) => id) } },
    orderBy: { id: "desc" },
    select: linkColumns,
  });
  return rows.map(toPaymentLink);
}
