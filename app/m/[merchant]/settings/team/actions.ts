"use server";

import { redirect } from "next/navigation";
import * as z from "zod";
import { paths } from "@/lib/core/paths";
import { findAccountLanguage } from "@/lib/domain/accounts/find-account";
import { requestConfirmation } from "@/lib/domain/accounts/request-confirmation";
import { inviteMember } from "@/lib/domain/invitations/invite-member";
import { renewInvitation } from "@/lib/domain/invitations/renew-invitation";
import { revokeInvitation } from "@/lib/domain/invitations/revoke-invitation";
import { type InviteFormExtra, inviteSchema, type SentInvitation } from "@/lib/domain/invitations/schema";
import { changeRole, removeMember, transferOwnership } from "@/lib/domain/members/change-team";
import { roles } from "@/lib/domain/members/schema";
import { chooseSecondFactorRule } from "@/lib/domain/merchants/change-second-factor";
import { getTranslations } from "@/lib/i18n/translations";
import { type MemberContext, memberAction } from "@/lib/web/action";
import { rowId, text } from "@/lib/web/form-schema";
import { mayInvite } from "@/lib/web/limits";
import { openedAddress, provenAddress } from "@/lib/web/portal-address";

export const invite = memberAction(
  "team:manage",
  { needsProof: true, schema: inviteSchema },
  async (member, invite) => {
    if (!(await mayInvite(member.merchantId))) return { errors: { form: "too_many_invitations" } };
    // A person with an account is written to in its language; for others the inviter's is the best guess.
    const locale = (await findAccountLanguage(invite.email)) ?? member.locale;
    const sent = await inviteMember({
      ...toSender(member),
      ...(await portalAddresses()),
      locale,
      invite,
    });
    if (!sent.ok) {
      if (sent.code === "email_unconfirmed") return askForConfirmation(member);
      return { errors: { [sent.code === "not_for_your_role" ? "role" : "email"]: sent.code } };
    }
    return { errors: {}, extra: await toInviteExtra(sent.value), isDone: true };
  },
);

/** "Send again" by email, or "New link" to pass on by hand: in both cases the earlier link becomes invalid. */
export const renew = memberAction(
  "team:manage",
  { needsProof: true, schema: z.object({ id: rowId, email: text, by: text, drawn: text }) },
  async (member, { id, email, by, drawn }) => {
    if (!(await mayInvite(member.merchantId))) return { errors: { form: "too_many_invitations" } };
    const locale = (await findAccountLanguage(email)) ?? member.locale;
    const sent = await renewInvitation({
      ...toSender(member),
      ...(await portalAddresses()),
      locale,
      id,
      drawn,
      byMail: by === "mail",
    });
    if (!sent.ok && sent.code === "email_unconfirmed") return askForConfirmation(member);
    if (!sent.ok) return { errors: { form: sent.code }, isChanged: sent.code === "changed_since" };
    return { errors: {}, extra: await toInviteExtra(sent.value), isDone: true };
  },
);

export const revoke = memberAction(
  "team:manage",
  { schema: z.object({ id: rowId, drawn: text }) },
  async (member, { id, drawn }) => {
    const revoked = await revokeInvitation({ ...toSender(member), id, drawn });
    if (!revoked.ok) return { errors: { form: revoked.code }, isChanged: true };
    redirect(member.paths.team);
  },
);

export const setRole = memberAction(
  "team:manage",
  {
    needsProof: true,
    schema: z.object({
      userId: rowId,
      role: z.enum(roles, { error: "role_missing" }),
      drawn: z.enum(roles).optional().catch(undefined),
    }),
  },
  async (member, { userId, role, drawn }) => {
    const changed = await changeRole({ ...toSender(member), userId, role, drawn });
    if (!changed.ok && changed.code === "changed_meanwhile") {
      const now = (await getTranslations("team"))(changed.now);
      return { errors: { role: { code: changed.code, now } }, values: { drawn: changed.now } };
    }
    if (!changed.ok) return { errors: { form: changed.code } };
    // A person who has given up their own right to this page goes to one that they may open.
    redirect(userId === member.person.id ? member.paths.home : member.paths.team);
  },
);

export const remove = memberAction(
  "team:manage",
  { needsProof: true, schema: z.object({ userId: rowId, drawn: text }) },
  async (member, { userId, drawn }) => {
    const removed = await removeMember({ ...toSender(member), userId, drawn });
    if (!removed.ok) return { errors: { form: removed.code }, isChanged: removed.code === "changed_since" };
    redirect(userId === member.person.id ? paths.merchants : member.paths.team);
  },
);

export const transferBusiness = memberAction(
  "ownership:transfer",
  { needsProof: true, schema: z.object({ userId: rowId }) },
  async (member, { userId }) => {
    const done = await transferOwnership({ ...toSender(member), userId });
    if (!done.ok) return { errors: { form: done.code } };
    redirect(member.paths.team);
  },
);

/** Whether owners and admins need a second factor. The form says how it shall be, so that it can be sent twice. */
export const setSecondFactorRule = memberAction(
  "security:manage",
  { needsProof: true, schema: z.object({ rule: z.enum(["required", "optional"]) }) },
  async ({ merchantId, actor, paths: own }, { rule }) => {
    await chooseSecondFactorRule({ merchantId, actor, isRequired: rule === "required" });
    redirect(own.team);
  },
);

function toSender({ merchantId, merchant, person, actor }: MemberContext) {
  return { merchantId, actor, inviter: person.name, merchant: merchant.name };
}

/** Sends the link by which the member confirms their address, and says so in the form. */
async function askForConfirmation({ person, locale }: MemberContext & { locale: string }) {
  await requestConfirmation(person, { locale: person.locale ?? locale, portal: await provenAddress() });
  return { errors: { form: "email_unconfirmed" as const } };
}

async function portalAddresses() {
  return { portal: await openedAddress(), mailPortal: await provenAddress() };
}

async function toInviteExtra({ email, link, delivery }: SentInvitation): Promise<InviteFormExtra> {
  const t = await getTranslations("team");
  if (delivery === "mail") return { text: t("mailed", { email }), link: null };
  return { text: t(delivery === "limited" ? "notMailed" : "copyThis", { email }), link };
}
