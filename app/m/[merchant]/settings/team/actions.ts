"use server";

import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { isUuid } from "@/lib/core/uuid";
import { findAccountLanguage } from "@/lib/domain/accounts/find-account";
import { inviteMember } from "@/lib/domain/invitations/invite-member";
import { renewInvitation } from "@/lib/domain/invitations/renew-invitation";
import { revokeInvitation } from "@/lib/domain/invitations/revoke-invitation";
import { type InviteFormExtra, inviteSchema, type SentInvitation } from "@/lib/domain/invitations/schema";
import { changeRole, removeMember, transferOwnership } from "@/lib/domain/members/change-team";
import { isRole } from "@/lib/domain/members/schema";
import { schemaErrors } from "@/lib/i18n/schema-errors";
import { memberAction } from "@/lib/web/action";
import { mayInvite } from "@/lib/web/limits";
import { openedAddress } from "@/lib/web/portal-address";
import type { Member } from "@/lib/web/require-member";

type Sender = Member & { ip: string | null };

export const invite = memberAction<"email" | "role", InviteFormExtra>(
  "team:manage",
  { fields: ["email", "role"] },
  async (member, form) => {
    const parsed = inviteSchema.safeParse(form);
    if (!parsed.success) return { errors: schemaErrors(parsed.error) };
    if (!(await mayInvite(member.merchantId))) return { errors: { form: "too_many_invitations" } };
    // Whoever has an account reads the language of it; of others the inviter's is the best guess.
    const locale = (await findAccountLanguage(parsed.data.email)) ?? member.locale;
    const sent = await inviteMember({
      ...toSender(member),
      portal: await openedAddress(),
      locale,
      invite: parsed.data,
    });
    if (!sent.ok) {
      return { errors: { [sent.code === "not_for_your_role" ? "role" : "email"]: sent.code } };
    }
    return { errors: {}, extra: await toInviteExtra(sent.value), isDone: true };
  },
);

/** "Send again" by mail, or "New link" to pass on by hand: either way the link from before is dead. */
export const renew = memberAction<"id" | "email" | "by", InviteFormExtra>(
  "team:manage",
  { fields: ["id", "email", "by"] },
  async (member, { id, email, by }) => {
    if (!isUuid(id)) return { errors: { form: "form_unreadable" } };
    if (!(await mayInvite(member.merchantId))) return { errors: { form: "too_many_invitations" } };
    const locale = (await findAccountLanguage(email)) ?? member.locale;
    const sent = await renewInvitation({
      ...toSender(member),
      portal: await openedAddress(),
      locale,
      id,
      byMail: by === "mail",
    });
    if (!sent.ok) return { errors: { form: sent.code } };
    return { errors: {}, extra: await toInviteExtra(sent.value), isDone: true };
  },
);

export const revoke = memberAction("team:manage", { fields: ["id"] }, async (member, { id }) => {
  if (!isUuid(id)) return { errors: { form: "form_unreadable" } };
  await revokeInvitation({ ...toSender(member), id });
  redirect(getPage(member));
});

export const setRole = memberAction(
  "team:manage",
  { fields: ["userId", "role"] },
  async (member, { userId, role }) => {
    if (!isUuid(userId)) return { errors: { form: "form_unreadable" } };
    if (!isRole(role)) return { errors: { role: "role_missing" } };
    const changed = await changeRole({ ...toSender(member), userId, role });
    if (!changed.ok) return { errors: { form: changed.code } };
    // Who has just given up their own right to be here starts over where they may be.
    redirect(userId === member.person.id ? `/m/${member.merchant.slug}` : getPage(member));
  },
);

export const remove = memberAction("team:manage", { fields: ["userId"] }, async (member, { userId }) => {
  if (!isUuid(userId)) return { errors: { form: "form_unreadable" } };
  const removed = await removeMember({ ...toSender(member), userId });
  if (!removed.ok) return { errors: { form: removed.code } };
  redirect(userId === member.person.id ? "/m" : getPage(member));
});

export const transferBusiness = memberAction(
  "ownership:transfer",
  { fields: ["userId"] },
  async (member, { userId }) => {
    if (!isUuid(userId)) return { errors: { form: "not_a_member" } };
    const done = await transferOwnership({ ...toSender(member), userId });
    if (!done.ok) return { errors: { form: done.code } };
    redirect(getPage(member));
  },
);

function toSender({ merchantId, merchant, person, ip }: Sender) {
  return { merchantId, actor: { userId: person.id, ip }, inviter: person.name, merchant: merchant.name };
}

function getPage({ merchant }: Member): string {
  return `/m/${merchant.slug}/settings/team`;
}

async function toInviteExtra({ email, link, isMailed }: SentInvitation): Promise<InviteFormExtra> {
  const t = await getTranslations("team");
  return isMailed ? { text: t("mailed", { email }), link: null } : { text: t("copyThis", { email }), link };
}
