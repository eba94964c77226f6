import type { MerchantId } from "@/lib/core/merchant-id";
import { slugFor } from "@/lib/core/slug";
import { recordEvent } from "@/lib/domain/audit/record-event";
import type { Actor } from "@/lib/domain/audit/schema";
import { admitFounder } from "@/lib/domain/members/admit-member";
import type { MerchantPlace, NewMerchant } from "@/lib/domain/merchants/schema";
import { insertMerchant } from "@/lib/domain/merchants/store";
import { isUniqueViolation, withMerchant } from "@/lib/platform/db";

/**
 * Creates a merchant owned by the actor, and answers its slug.
 * @param isByOperator the log then says that the operator did it, and not the owner.
 */
export function createMerchant({
  merchantId,
  actor,
  merchant,
  isByOperator = false,
}: {
  merchantId: MerchantId;
  actor: Actor;
  merchant: NewMerchant & MerchantPlace;
  isByOperator?: boolean;
}): Promise<string> {
  return withFreeSlug(merchant.name, (slug) =>
    withMerchant(merchantId, async (tx) => {
      await insertMerchant(tx, { slug, ...merchant });
      await admitFounder(tx, actor.userId);
      await recordEvent(tx, {
        actor: isByOperator ? null : actor,
        action: "merchant.created",
        details: { slug },
      });
    }),
  );
}

/** Tries slugs until one is free, and answers it. */
async function withFreeSlug(name: string, attempt: (slug: string) => Promise<void>): Promise<string> {
  const wanted = slugFor(name);
  for (let tries = 0; tries < 10; tries++) {
    // If the slug is taken, a random ending is added, which reveals nothing about the other merchant.
    const slug = tries === 0 ? wanted : `${wanted.slice(0, 34)}-${crypto.randomUUID().slice(0, 4)}`;
    try {
      await attempt(slug);
      return slug;
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
    }
  }
  throw new Error("no free slug in ten attempts");
}
