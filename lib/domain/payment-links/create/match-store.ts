import * as z from "zod";
import { notCancelled } from "@/lib/domain/payment-links/cancel/cancel-store";
import { noMark, readStoredMark } from "@/lib/domain/payment-links/paid/paid-store";
import type { PaymentLink } from "@/lib/domain/payment-links/schema";
import type { MerchantTx } from "@/lib/platform/db";
import { Prisma } from "@/prisma/generated/client";

/** The columns of an external link that its match does not take over. They are kept to undo the match. */
export type ExternalLink = Pick<
  PaymentLink,
  "id" | "createdAt" | "amountMinor" | "currency" | "description" | "code"
>;

const storedExternal = z.object({
  id: z.uuid(),
  createdAt: z.iso.datetime(),
  amountMinor: z.int().nullable(),
  currency: z.string().nullable(),
  description: z.string().nullable(),
  // Matches from before there were codes have none, and the row then gets a new one.
  code: z.string().nullish(),
});

export async function writeMatch(tx: MerchantTx, linkId: string, external: ExternalLink): Promise<void> {
  const { id, createdAt, amountMinor, currency, description, code } = external;
  const matchedFrom = { id, createdAt: createdAt.toISOString(), amountMinor, currency, description, code };
  await tx.paymentLink.updateMany({
    where: { merchantId: tx.merchantId, id: linkId, state: "ready" },
    data: { matchedFrom },
  });
}

/** The id of the external link that was matched; null if the link was not matched. */
export async function findMatchedId(tx: MerchantTx, linkId: string): Promise<string | null> {
  const row = await findMatched(tx, linkId);
  return row && storedExternal.parse(row.matchedFrom).id;
}

/**
 * Makes the link unknown again, and restores the external link's row with its current `active`. A mark that it was paid
 * is about that row's address, and stays with it.
 */
export async function undoMatch(tx: MerchantTx, linkId: string): Promise<void> {
  const row = await findMatched(tx, linkId);
  if (!row) return;
  const { matchedFrom, mode, apiKeyId, upstreamId, url, active, inactiveAt } = row;
  const mark = await readStoredMark(tx, linkId);
  const unknown = { state: "unknown", upstreamId: null, url: null, active: null, inactiveAt: null } as const;
  await tx.paymentLink.updateMany({
    where: { merchantId: tx.merchantId, id: linkId },
    data: {
      ...unknown,
      ...noMark,
      ...notCancelled,
      pointsToCode: null,
      matchedFrom: Prisma.DbNull,
      dismissedAt: null,
      outcomeAt: new Date(),
    },
  });
  const { code, ...external } = storedExternal.parse(matchedFrom);
  const asFound = {
    mode,
    apiKeyId,
    upstreamId,
    url,
    active,
    inactiveAt,
    ...mark,
    ...(code && { code }),
  } as const;
  await tx.paymentLink.createMany({
    data: [{ merchantId: tx.merchantId, origin: "external", state: "ready", ...external, ...asFound }],
  });
}

function findMatched(tx: MerchantTx, linkId: string) {
  return tx.paymentLink.findFirst({
    where: { merchantId: tx.merchantId, id: linkId, matchedFrom: { not: Prisma.DbNull } },
    select: {
      ...{ matchedFrom: true, mode: true, apiKeyId: true },
      ...{ upstreamId: true, url: true, active: true, inactiveAt: true },
    },
  });
}
