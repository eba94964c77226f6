import type { MerchantId } from "@/lib/core/merchant-id";
import type { Actor } from "@/lib/domain/audit/schema";
import { env } from "@/lib/platform/env";
import { toNetwork } from "@/lib/platform/network-address";
import { type CountedLimits, countAttempts, isWithinLimit } from "@/lib/platform/rate-limits";

const pictures = { perMerchant: 60, windowSeconds: 60 * 60 };

/** Drawing a picture anew takes much of a second. Counts one attempt. */
export function mayUploadPicture(merchantId: MerchantId): Promise<boolean> {
  return isWithinLimit(`picture:${merchantId}`, pictures.perMerchant, pictures.windowSeconds);
}

const tables = { perMerchant: 60, windowSeconds: 60 * 60 };

/** Reading a table takes up to seconds, and stores up to 5,000 rows. Counts one attempt. */
export function mayUploadTable(merchantId: MerchantId): Promise<boolean> {
  return isWithinLimit(`table:${merchantId}`, tables.perMerchant, tables.windowSeconds);
}

/**
 * Keeps a business from being used to flood 4Geeks, whoever does it, and somebody with many businesses from doing it with
 * all of them.
 */
export function linkLimit(merchantId: MerchantId, ip: string | null): CountedLimits {
  const mostByKey = new Map([
    [`link:${merchantId}`, env().LIMIT_LINKS],
    [`link-from:${toNetwork(ip)}`, env().LIMIT_LINKS_FROM],
  ]);
  return { mostByKey, windowSeconds: 60 };
}

/** Keeps anybody from filling the portal with businesses. Counts one attempt. */
export async function mayCreateMerchant({ userId, ip }: Actor): Promise<boolean> {
  const counted = await countAttempts([`business-by:${userId}`, `business-from:${toNetwork(ip)}`], 60 * 60);
  return [...counted.values()].every(({ hits }) => hits <= env().LIMIT_BUSINESSES);
}

const invitations = { perMerchant: 60, windowSeconds: 60 * 60 };

/** Keeps a merchant from sending emails to thousands of outsiders. Counts one attempt. */
export function mayInvite(merchantId: MerchantId): Promise<boolean> {
  return isWithinLimit(`invite:${merchantId}`, invitations.perMerchant, invitations.windowSeconds);
}

const shares = { perPerson: 120, windowSeconds: 60 };

/** Keeps one person from flooding a merchant's log. Counts one attempt. */
export function mayTrackShare(userId: string): Promise<boolean> {
  return isWithinLimit(`share:${userId}`, shares.perPerson, shares.windowSeconds);
}
