import { headers } from "next/headers";
import { forbidden, notFound, redirect } from "next/navigation";
import { cache } from "react";
import type { LinkView } from "@/lib/core/link-view";
import type { MerchantId } from "@/lib/core/merchant-id";
import { merchantPaths, paths } from "@/lib/core/paths";
import { fail, ok, type Result } from "@/lib/core/result";
import type { Person } from "@/lib/domain/accounts/store";
import { findInvitingMerchant } from "@/lib/domain/invitations/find-inviting-merchant";
import { findMembership, listClosedMerchants } from "@/lib/domain/members/find-membership";
import { mintMerchantId } from "@/lib/domain/members/mint-merchant-id";
import { may, type Permission, seesOwnLinksOnly } from "@/lib/domain/members/permissions";
import type { ClosedMerchant, MemberMerchant, Role } from "@/lib/domain/members/schema";
import { waitsForSecondFactor } from "@/lib/domain/members/second-factor-rule";
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
  /** Whose links they may see. */
  view: LinkView;
};

/** Proves only that such a token was issued once; the invitations know whether it is still valid. */
export type InvitingMerchant = { merchantId: MerchantId; tokenHash: Uint8Array<ArrayBuffer> };

const findMembershipCached = cache(findMembership);

/**
 * Finds the member for the session and the slug in the address. Nobody signed in: to the sign-in page. A merchant that
 * is not theirs is "not found", like one that does not exist; a missing permission is "forbidden".
 */
export async function requireMember(slug: string, permission: Permission): Promise<Member> {
  const member = await admitMember(slug, permission);
  if (member === null || (await isFormRefused())) forbidden();
  // An address with a former slug of the merchant. A form that was sent to it is handled; a page redirects.
  if (member.merchant.slug !== slug) redirect(await pathUnder(member.merchant.slug));
  return member;
}

/** The same without the redirect from a former slug; null for a member without the permission. */
export async function admitMember(slug: string, permission: Permission): Promise<Member | null> {
  await requirePerson();
  const found = await findMember(slug, permission);
  if (found.ok) return found.value;
  // They come back here once they have set one up, or shown it.
  if (found.code === "second_factor_missing") redirect(paths.secondFactorThen(await currentPath()));
  return found.code === "forbidden" ? null : notFound();
}

/**
 * Why somebody has no access. A merchant that is not theirs is "not found", like one that does not exist. An owner or
 * admin has to show a second factor first where the merchant requires it.
 */
export type MemberFailure = "signed_out" | "not_found" | "forbidden" | "second_factor_missing";

/** The same for an address that is not a page: the reason is answered, and nobody is redirected. */
export async function findMember(
  slug: string,
  permission: Permission,
): Promise<Result<Member, { code: MemberFailure }>> {
  const session = await currentSession();
  if (!session) return fail({ code: "signed_out" });
  const { person } = session;
  const membership = await findMembershipCached(person.id, slug);
  if (!membership) return fail({ code: "not_found" });
  const { role, merchant } = membership;
  if (!may(role, permission)) return fail({ code: "forbidden" });
  if (waitsForSecondFactor(membership, permission, session)) return fail({ code: "second_factor_missing" });
  const merchantId = mintMerchantId(merchant.id);
  const onlyBy = seesOwnLinksOnly(role, merchant) ? person.id : null;
  return ok({ person, role, merchant, merchantId, view: { merchantId, onlyBy } });
}

/**
 * An owner of a merchant that an owner has disabled or deleted. It is "not found" for everybody else, and after it was
 * removed.
 */
export async function requireClosedMerchantOwner(
  slug: string,
): Promise<{ person: Person; merchantId: MerchantId; merchant: ClosedMerchant }> {
  const person = await requirePerson();
  const merchant = (await listClosedMerchants(person.id)).find((closed) => closed.slug === slug);
  return merchant ? { person, merchant, merchantId: mintMerchantId(merchant.id) } : notFound();
}

async function currentPath(): Promise<string> {
  return (await headers()).get(pathHeader) ?? paths.merchants;
}

async function pathUnder(slug: string): Promise<string> {
  const path = await currentPath();
  const { home } = merchantPaths(slug);
  return path.replace(/^\/m\/[^/]+/, home) || home;
}

/** The merchant of an invitation's token, so that its holder can be told what it offers; null for any other text. */
export async function merchantInviting(token: string): Promise<InvitingMerchant | null> {
  const tokenHash = hashToken(token);
  const id = tokenHash && (await findInvitingMerchant(tokenHash));
  return id ? { merchantId: mintMerchantId(id), tokenHash } : null;
}

/** The id for a merchant that a person is about to create, and will own. */
export function newMerchantId(): MerchantId {
  return mintMerchantId(crypto.randomUUID());
}
