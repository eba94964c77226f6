import { headers } from "next/headers";
import { forbidden, notFound, redirect } from "next/navigation";
import { cache } from "react";
import type { LinkView } from "@/lib/core/link-view";
import type { MerchantId } from "@/lib/core/merchant-id";
import { merchantPaths } from "@/lib/core/paths";
import { fail, ok, type Result } from "@/lib/core/result";
import type { Person } from "@/lib/domain/accounts/store";
import { findInvitingMerchant } from "@/lib/domain/invitations/find-inviting-merchant";
import { findMembership, listClosedMerchants } from "@/lib/domain/members/find-membership";
import { mintMerchantId } from "@/lib/domain/members/mint-merchant-id";
import { may, type Permission, seesOwnLinksOnly } from "@/lib/domain/members/permissions";
import type { ClosedMerchant, MemberMerchant, Role } from "@/lib/domain/members/schema";
import { hashToken } from "@/lib/platform/one-time-token";
import { pathHeader } from "@/lib/web/address";
import { isFormRefused } from "@/lib/web/refused-form";
import { currentSession, requirePerson } from "@/lib/web/session";

/** A signed-in person inside one merchant, allowed to be where they are. */
export type Member = {
  person: Person;
  role: Role;
  merchantId: MerchantId;
  merchant: MemberMerchant;
  /** Whose links they see. */
  view: LinkView;
};

/** Says only that such a token was made once; whether it still works is for the invitations to say. */
export type InvitingMerchant = { merchantId: MerchantId; tokenHash: Uint8Array<ArrayBuffer> };

const findMembershipCached = cache(findMembership);

/**
 * Turns the session and the slug of the address into a MerchantId. Nobody signed in: to the sign-in page. A
 * merchant that is not theirs is "not found", like one that does not exist; a right they lack is "forbidden".
 */
export async function requireMember(slug: string, permission: Permission): Promise<Member> {
  const member = await admitMember(slug, permission);
  if (member === null || (await isFormRefused())) forbidden();
  // An address from before the merchant changed its slug. A form sent to one is handled, a page moves on.
  if (member.merchant.slug !== slug) redirect(await pathUnder(member.merchant.slug));
  return member;
}

/** The same without moving on from an old address; null for a member who lacks the right. */
export async function admitMember(slug: string, permission: Permission): Promise<Member | null> {
  await requirePerson();
  const found = await findMember(slug, permission);
  if (found.ok) return found.value;
  return found.code === "forbidden" ? null : notFound();
}

/** Why somebody is not let in. A merchant that is not theirs is not found, like one that does not exist. */
export type MemberFailure = "signed_out" | "not_found" | "forbidden";

/** The same for an address that is no page: who is not let in is told why, and sent nowhere. */
export async function findMember(
  slug: string,
  permission: Permission,
): Promise<Result<Member, { code: MemberFailure }>> {
  const person = (await currentSession())?.person;
  if (!person) return fail({ code: "signed_out" });
  const membership = await findMembershipCached(person.id, slug);
  if (!membership) return fail({ code: "not_found" });
  const { role, merchant } = membership;
  if (!may(role, permission)) return fail({ code: "forbidden" });
  const merchantId = mintMerchantId(merchant.id);
  const onlyBy = seesOwnLinksOnly(role, merchant) ? person.id : null;
  return ok({ person, role, merchant, merchantId, view: { merchantId, onlyBy } });
}

/** An owner of a merchant that an owner has turned off or deleted: "not found" for everybody else, and once it is gone. */
export async function requireClosedMerchantOwner(
  slug: string,
): Promise<{ person: Person; merchantId: MerchantId; merchant: ClosedMerchant }> {
  const person = await requirePerson();
  const merchant = (await listClosedMerchants(person.id)).find((closed) => closed.slug === slug);
  return merchant ? { person, merchant, merchantId: mintMerchantId(merchant.id) } : notFound();
}

async function pathUnder(slug: string): Promise<string> {
  const path = (await headers()).get(pathHeader) ?? "";
  const { home } = merchantPaths(slug);
  return path.replace(/^\/m\/[^/]+/, home) || home;
}

/** The merchant that an invitation's token is of, for its holder to be told what it offers; null for any other text. */
export async function merchantInviting(token: string): Promise<InvitingMerchant | null> {
  const tokenHash = hashToken(token);
  const id = tokenHash && (await findInvitingMerchant(tokenHash));
  return id ? { merchantId: mintMerchantId(id), tokenHash } : null;
}

/** The id for a merchant about to be made by the person who will own it. */
export function newMerchantId(): MerchantId {
  return mintMerchantId(crypto.randomUUID());
}
