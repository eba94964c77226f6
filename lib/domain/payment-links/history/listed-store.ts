import * as z from "zod";
import { modes } from "@/lib/core/mode";
import type { Columns } from "@/lib/domain/payment-links/history/look-store";
import { type ListedLink, linkStates } from "@/lib/domain/payment-links/schema";
import { isCurrency } from "@/lib/money/currencies";
import { Prisma } from "@/prisma/generated/client";

const row = z
  .object({
    id: z.string(),
    mode: z.enum(modes),
    state: z.enum(linkStates),
    active: z.boolean().nullable(),
    // Safe as a number: a check on the column allows no others.
    amountMinor: z.string().transform(Number).nullable(),
    currency: z.string().nullable(),
    description: z.string().nullable(),
    createdAt: z.date(),
    createdById: z.string().nullable(),
    markedPaidAt: z.date().nullable(),
    cancelledAt: z.date().nullable(),
    expiresAt: z.date().nullable(),
    firstOpenedAt: z.date().nullable(),
  })
  .transform(({ currency, ...link }) => ({
    ...link,
    currency: currency !== null && isCurrency(currency) ? currency : null,
  })) satisfies z.ZodType<Omit<ListedLink, "createdBy">>;

export type ListedRow = z.output<typeof row>;

/** What the history shows of a link, but for the name of who made it. */
export const listedColumns: Columns<ListedRow> = {
  sql: Prisma.sql`id, mode, state, active, amount_minor AS "amountMinor", currency, description,
    created_at AS "createdAt", created_by_id AS "createdById", marked_paid_at AS "markedPaidAt",
    cancelled_at AS "cancelledAt", expires_at AS "expiresAt", first_opened_at AS "firstOpenedAt"`,
  row,
};
