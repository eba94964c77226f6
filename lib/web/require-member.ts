import { headers } from "next/headers";
import { forbidden, notFound, redirect } from "next/navigation";
import { cache } from "react";
import type { LinkView } from "@/lib/core/link-view";
import type { MerchantId } from "@/lib/core/merchant-id";
import { merchantPaths } from "@/lib/core/merchant-paths";
import { paths } from "@/lib/core/paths";
import { fail, ok, type Result } from "@/lib/core/result";
import type { Person } from "@/lib/domain/accounts/store";
import { findInvitingMerchant } from "@/lib/domain/invitations/find-inviting-merchant";
import { findMembership, listClosedMerchants } from "@/lib/domain/members/find-membership";
import { mintMerchantId } from "@/lib/domain/members/mint-merchant-id";
import {
  may,
  mayByPin,
  type Permission,
  roleByPin,
  seesOwnLinksOnly,
} from "@/lib/domain/members/permissions";
import type { ClosedMerchant, MemberMerchant, Membership, Role } from "@/lib/domain/members/schema";
import { waitsForSecondFactor } from "@/lib/domain/members/second-factor-rule";
import { hashToken } from "@/lib/platform/one-time-token";
import { pathHeader } from "@/lib/web/address";
import { isFormRefused } from "@/lib/web/refused-form";
import { currentVisit, isByPin, requirePerson, type Visit } from "@/lib/web/session";
import { currentTill } from "@/lib/web/till-cookie";

/** A signed-in person inside one merchant, allowed to be where they are. */
export type Member = {
  person: Person;
  /** On a shared till, whoever has shown only a PIN is a cashier. */
  role: Role;
  /** The shared till that they use; null on a device of their own. */
  till: MemberTill | null;
  merchantId: MerchantId;
  merchant: MemberMerchant;
  /** Whose links they may see. */
  view: LinkView;
};

/** @property isByPin whether they have shown only a PIN. */
export type MemberTill = { name: string; idleMinutes: number; isByPin: boolean };

/** Proves only that such a token was issued once; the invitations know whether it is still valid. */
export type InvitingMerchant = { merchantId: MerchantId; tokenHash: Uint8Array<ArrayBuffer> };

/** The frame has it, unless this is asked for a merchant that is not in the address. */
const findOwnMembership = cache(
  async (userId: string, slug: string, frame: Visit["frame"]): Promise<Membership | null> =>
    frame?.slug === slug ? frame.membership : findMembership(userId, slug),
);

/**
 * Finds the member for the session and the slug in the address. Nobody signed in: to the sign-in page. A merchant that
 * is not theirs is "not found", like one that does not exist; a missing permission is "forbidden".
 */
export async function requireMember(slug: string, permission: Permission): Promise<Member> {
  const member = await admitMember(slug, permission, await currentVisit());
  if (member === null || (await isFormRefused())) forbidden();
  // An address with a former slug of the merchant. A form that was sent to it is handled; a page redirects.
  if (member.merchant.slug !== slug) redirect(await pathUnder(member.merchant.slug));
  return member;
}

/** The same without the redirect from a former slug; null for a member without the permission. */
export async function admitMember(
  slug: string,
  permission: Permission,
  visit: Visit,
): Promise<Member | null> {
  if (!visit.session) await requirePerson();
  const found = await findMember(slug, permission, visit);
  if (found.ok) return found.value;
  // They come back here once they have set one up, or shown it.
  if (found.code === "second_factor_missing") redirect(paths.secondFactorThen(await currentPath()));
  if (found.code === "forbidden" && (await isPinTooLittle(slug, permission, visit))) {
    redirect(paths.loginThen(await currentPath()));
  }
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
  visit?: Visit,
): Promise<Result<Member, { code: MemberFailure }>> {
  const { session, frame } = visit ?? (await currentVisit());
  if (!session) return fail({ code: "signed_out" });
  const { person } = session;
  const membership = await findOwnMembership(person.id, slug, frame);
  const onlyPin = isByPin(session);
  // A PIN is for the business whose till it is.
  if (!membership || (onlyPin && session.till?.merchantId !== membership.merchant.id)) {
    return fail({ code: "not_found" });
  }
  const { merchant } = membership;
  const role = onlyPin ? roleByPin : membership.role;
  if (!(onlyPin ? mayByPin(permission) : may(role, permission))) return fail({ code: "forbidden" });
  if (waitsForSecondFactor({ role, merchant }, permission, session)) {
    return fail({ code: "second_factor_missing" });
  }
  const merchantId = mintMerchantId(merchant.id);
  const onlyBy = seesOwnLinksOnly(role, merchant) ? person.id : null;
  const here = session.till && (await currentTill());
  const till = here && { name: here.name, idleMinutes: here.idleMinutes, isByPin: onlyPin };
  return ok({ person, role, till, merchant, merchantId, view: { merchantId, onlyBy } });
}

/** Whether somebody who has shown only a PIN would have the permission after a sign-in with all that it takes. */
async function isPinTooLittle(
  slug: string,
  permission: Permission,
  { session, frame }: Visit,
): Promise<boolean> {
  if (!session || !isByPin(session)) return false;
  const membership = await findOwnMembership(session.person.id, slug, frame);
  return membership !== null && may(membership.role, permission);
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
