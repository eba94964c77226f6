import { allKeys, anyKey, type SearchKeys } from "@/lib/domain/payment-links/history/build-keys";
import { Prisma } from "@/prisma/generated/client";

/** A condition on rows of `payment_links`, and what the index of search keys must hold where it is true. */
export type Condition = { where: Prisma.Sql; keys: SearchKeys };

/** As the index by amounts has it: an amount that nobody knows counts as none. */
export const knownAmount = Prisma.sql`(CASE WHEN amount_minor IS NULL THEN 0::bigint ELSE amount_minor END)`;

/** True for every row. */
export const always: Condition = { where: Prisma.sql`TRUE`, keys: null };

export function matchAll(conditions: Condition[]): Condition {
  if (conditions.length === 0) return always;
  return { where: joined(conditions, " AND "), keys: allKeys(conditions.map(({ keys }) => keys)) };
}

/** @param conditions at least one. */
export function matchAny(conditions: Condition[]): Condition {
  return { where: joined(conditions, " OR "), keys: anyKey(conditions.map(({ keys }) => keys)) };
}

function joined(conditions: Condition[], by: string): Prisma.Sql {
  return Prisma.sql`(${Prisma.join(
    conditions.map(({ where }) => where),
    by,
  )})`;
}
