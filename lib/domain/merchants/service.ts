import type { MerchantId } from "@/lib/core/merchant-id";
import type { Mode } from "@/lib/core/mode";
import { slugFor } from "@/lib/core/slug";
import type { Actor } from "@/lib/domain/audit/schema";
import { recordEvent } from "@/lib/domain/audit/service";
import { addMember } from "@/lib/domain/members/service";
import type { MerchantPlace, NewMerchant } from "@/lib/domain/merchants/schema";
import {
  findEmailMerchant,
  findOpenSlug,
  findReferences,
  insertMerchant,
  updateMode,
} from "@/lib/domain/merchants/store";
import { isUniqueViolation, type Tx, withMerchant } from "@/lib/platform/db";

/** Makes a merchant owned by the actor, and answers the slug that its addresses begin with. */
export function createMerchant({
  merchantId,
  actor,
  merchant,
}: {
  merchantId: MerchantId;
  actor: Actor;
  merchant: NewMerchant & MerchantPlace;
}): Promise<string> {
  return withFreeSlug(merchant.name, (slug) =>
    withMerchant(merchantId, async (tx) => {
      await insertMerchant(tx, merchantId, { slug, ...merchant });
      await addMember(tx, merchantId, { userId: actor.userId, role: "owner" });
      await recordEvent(tx, merchantId, { actor, action: "merchant.created", details: { slug } });
    }),
  );
}

/** Makes links of another mode from now on; each earlier link stays in the mode that made it. */
export async function switchMode(tx: Tx, merchantId: MerchantId, mode: Mode, actor: Actor): Promise<void> {
  await updateMode(tx, merchantId, mode);
  await recordEvent(tx, merchantId, { actor, action: "merchant.mode_changed", details: { mode } });
}

/** Its slug while people may work in it; null once it is turned off or deleted. */
export function openSlug(tx: Tx, merchantId: MerchantId): Promise<string | null> {
  return findOpenSlug(tx, merchantId);
}

/** What a letter about it says of it; null once it is turned off or deleted. */
export function getEmailMerchant(
  tx: Tx,
  merchantId: MerchantId,
): Promise<{ name: string; slug: string } | null> {
  return findEmailMerchant(tx, merchantId);
}

/** Whether new links carry a short reference in their description. */
export function usesReferences(tx: Tx, merchantId: MerchantId): Promise<boolean> {
  return findReferences(tx, merchantId);
}

/** Tries slugs until one is nobody else's, and answers it. */
async function withFreeSlug(name: string, attempt: (slug: string) => Promise<void>): Promise<string> {
  const wanted = slugFor(name);
  for (let tries = 0; tries < 10; tries++) {
    // Another merchant may have the name: then a short random ending, which tells nothing about the other.
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
