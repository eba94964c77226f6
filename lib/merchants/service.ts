import type { Actor } from "@/lib/audit/schema";
import { recordEvent } from "@/lib/audit/service";
import { type Tx, withMerchant } from "@/lib/db";
import { addMember } from "@/lib/members/service";
import type { MerchantId } from "@/lib/merchant-id";
import type { NewMerchant } from "@/lib/merchants/schema";
import { findReferences, insertMerchant, updateMode } from "@/lib/merchants/store";
import type { Mode } from "@/lib/mode";
import { slugFor } from "@/lib/slug";

/** Makes a merchant owned by the actor, and answers the slug that its addresses begin with. */
export function createMerchant({
  merchantId,
  actor,
  merchant,
}: {
  merchantId: MerchantId;
  actor: Actor;
  merchant: NewMerchant & { defaultCurrency: string; timeZone: string };
}): Promise<string> {
  return withMerchant(merchantId, async (tx) => {
    const slug = await insertWithFreeSlug(tx, merchantId, merchant);
    await addMember(tx, merchantId, { userId: actor.userId, role: "owner" });
    await recordEvent(tx, merchantId, { actor, action: "merchant.created", details: { slug } });
    return slug;
  });
}

/** Makes links of another mode from now on; each earlier link stays in the mode that made it. */
export async function switchMode(tx: Tx, merchantId: MerchantId, mode: Mode, actor: Actor): Promise<void> {
  await updateMode(tx, merchantId, mode);
  await recordEvent(tx, merchantId, { actor, action: "merchant.mode_changed", details: { mode } });
}

/** Whether new links carry a short reference in their description. */
export function usesReferences(tx: Tx, merchantId: MerchantId): Promise<boolean> {
  return findReferences(tx, merchantId);
}

async function insertWithFreeSlug(
  tx: Tx,
  merchantId: MerchantId,
  merchant: { name: string; defaultCurrency: string; timeZone: string },
): Promise<string> {
  const wanted = slugFor(merchant.name);
  for (let attempt = 0; attempt < 10; attempt++) {
    // Another merchant may have the name: then a short random ending, which tells nothing about the other.
    const slug = attempt === 0 ? wanted : `${wanted.slice(0, 34)}-${crypto.randomUUID().slice(0, 4)}`;
    if (await insertMerchant(tx, merchantId, { slug, ...merchant })) return slug;
  }
  throw new Error("no free slug in ten attempts");
}
