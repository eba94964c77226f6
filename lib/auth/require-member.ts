import { forbidden, notFound } from "next/navigation";
import { cache } from "react";
import { mintMerchantId } from "@/lib/auth/mint-merchant-id";
import { may, type Permission, seesOwnLinksOnly } from "@/lib/auth/permissions";
import { requirePerson } from "@/lib/auth/session";
import type { Person } from "@/lib/auth/store";
import type { LinkView } from "@/lib/link-view";
import type { Role } from "@/lib/members/schema";
import { type MemberMerchant, membershipIn } from "@/lib/members/service";
import type { MerchantId } from "@/lib/merchant-id";

/** A signed-in person inside one merchant, allowed to be where they are. */
export type Member = {
  person: Person;
  role: Role;
  merchantId: MerchantId;
  merchant: MemberMerchant;
  /** Whose links they see. */
  view: LinkView;
};

const membershipOf = cache(membershipIn);

/**
 * Turns the session and the slug of the address into a MerchantId. Nobody signed in: to the sign-in page. A
 * merchant that is not theirs is "not found", like one that does not exist; a right they lack is "forbidden".
 */
export async function requireMember(slug: string, permission: Permission): Promise<Member> {
  const person = await requirePerson();
  const membership = await membershipOf(person.id, slug);
  if (!membership) notFound();
  if (!may(membership.role, permission)) forbidden();
  const { role, merchant } = membership;
  const merchantId = mintMerchantId(merchant.id);
  const onlyBy = seesOwnLinksOnly(role, merchant) ? person.id : null;
  return { person, role, merchant, merchantId, view: { merchantId, onlyBy } };
}

/** The id for a merchant about to be made by the person who will own it. */
export function newMerchantId(): MerchantId {
  return mintMerchantId(crypto.randomUUID());
}
