import { toDayRange } from "@/lib/core/filters";
import type { MerchantId } from "@/lib/core/merchant-id";
import type { Mode } from "@/lib/core/mode";
import { type KeyMaker, keyMaker } from "@/lib/domain/payment-links/history/build-keys";
import {
  type Condition,
  knownAmount,
  matchAll,
  matchAny,
} from "@/lib/domain/payment-links/history/conditions-store";
import {
  type AmountBound,
  type HistoryFilters,
  readAmountBound,
} from "@/lib/domain/payment-links/history/parse-filters";
import { currencyCondition } from "@/lib/domain/payment-links/history/search-store";
import type { ShownState } from "@/lib/domain/payment-links/schema";
import { Prisma } from "@/prisma/generated/client";

const { sql } = Prisma;

/**
 * The filters as conditions on rows, but for the search and for who made the link. Days are in the merchant's time
 * zone.
 * @param fold a tag as it is compared.
 */
export function toFilterConditions(
  merchantId: MerchantId,
  { mode, state, currency, batch, tag, min, max, ...days }: HistoryFilters,
  { timeZone, fold }: { timeZone: string; fold: (tag: string) => string },
): Condition[] {
  const maker = keyMaker(merchantId);
  const { start, end } = toDayRange(days, timeZone);
  return [
    ...(mode ? [modeCondition(mode, maker)] : []),
    ...(state ? [stateCondition(state, maker)] : []),
    ...(currency ? [currencyCondition([currency], maker)] : []),
    ...(batch ? [batchCondition(merchantId, batch)] : []),
    ...(tag ? [tagCondition(fold(tag), maker)] : []),
    ...(min ? amountConditions(sql`>=`, readAmountBound(min), maker) : []),
    ...(max ? amountConditions(sql`<=`, readAmountBound(max), maker) : []),
    ...(start ? [fact(sql`created_at >= ${start}::timestamptz`, null)] : []),
    ...(end ? [fact(sql`created_at < ${end}::timestamptz`, null)] : []),
  ];
}

/** Links that can be paid by their own code, as far as is known, and whose amount is known. */
export function printableCondition(merchantId: MerchantId): Condition {
  const complete = sql`url IS NOT NULL AND amount_minor IS NOT NULL AND points_to_code IS NULL`;
  return matchAll([payableCondition(merchantId), fact(complete, null)]);
}

/** Links that can be paid, as far as is known: those that are shown as open or opened. */
function payableCondition(merchantId: MerchantId): Condition {
  const maker = keyMaker(merchantId);
  return matchAny([stateCondition("open", maker), stateCondition("opened", maker)]);
}

/** Links of one mode that can be paid, as far as is known. */
export function payableIn(merchantId: MerchantId, mode: Mode): Condition {
  return matchAll([modeCondition(mode, keyMaker(merchantId)), payableCondition(merchantId)]);
}

function modeCondition(mode: Mode, maker: KeyMaker): Condition {
  return fact(sql`mode = ${mode}::mode`, maker.fact("mode", mode));
}

function fact(where: Prisma.Sql, keys: Condition["keys"]): Condition {
  return { where, keys };
}

/** The links that `toShownState` shows so. */
function stateCondition(state: ShownState, maker: KeyMaker): Condition {
  const ready = fact(sql`state = 'ready'`, maker.fact("state", "ready"));
  const unmarked = fact(sql`marked_paid_at IS NULL`, null);
  const past = sql`expires_at IS NOT NULL AND expires_at <= now()`;
  const current = fact(sql`marked_paid_at IS NULL AND cancelled_at IS NULL AND (${past}) IS FALSE`, null);
  switch (state) {
    case "marked_paid":
      return matchAll([ready, fact(sql`marked_paid_at IS NOT NULL`, null)]);
    case "cancelled":
      return matchAll([ready, unmarked, fact(sql`cancelled_at IS NOT NULL`, null)]);
    case "expired":
      return matchAll([ready, unmarked, fact(sql`cancelled_at IS NULL AND ${past}`, null)]);
    case "open":
      // `active` is null until upstream has reported it.
      return matchAll([ready, current, fact(sql`active IS NOT FALSE AND first_opened_at IS NULL`, null)]);
    case "opened":
      return matchAll([ready, current, fact(sql`active IS NOT FALSE AND first_opened_at IS NOT NULL`, null)]);
    case "inactive":
      return matchAll([ready, current, fact(sql`active = FALSE`, maker.fact("active", false))]);
    default:
      return fact(sql`state = ${state}::link_state`, maker.fact("state", state));
  }
}

function batchCondition(merchantId: MerchantId, batchId: string): Condition {
  const rows = sql`SELECT link_id FROM bulk_rows
    WHERE merchant_id = ${merchantId}::uuid AND batch_id = ${batchId}::uuid AND link_id IS NOT NULL`;
  return fact(sql`id IN (${rows})`, null);
}

function tagCondition(folded: string, maker: KeyMaker): Condition {
  const where = sql`EXISTS (SELECT FROM unnest(tags) AS tag WHERE fold_text(tag) = ${folded})`;
  return fact(where, maker.fact("tag", folded));
}

function amountConditions(
  comparison: Prisma.Sql,
  { amountMinor, currencies }: AmountBound,
  maker: KeyMaker,
): Condition[] {
  const where = sql`amount_minor IS NOT NULL AND ${knownAmount} ${comparison} ${amountMinor}::bigint`;
  return [fact(where, null), ...(currencies ? [currencyCondition(currencies, maker)] : [])];
}
