import type { Metadata } from "next";
import { FrameCheck } from "@/app/m/[merchant]/_frame/frame-check";
import { isolateReversed } from "@/lib/core/isolate";
import { pendingInvitations } from "@/lib/domain/invitations/list-invitations";
import { getVersion, type PendingInvitation } from "@/lib/domain/invitations/schema";
import { listMembers } from "@/lib/domain/members/list-members";
import { may } from "@/lib/domain/members/permissions";
import { managedRoles, managesRole, type TeamMember } from "@/lib/domain/members/schema";
import { getTranslations } from "@/lib/i18n/translations";
import { isMailConfigured } from "@/lib/platform/mail/request-mail";
import { getMoments } from "@/lib/ui/moments/use-moments";
import { PageTitle } from "@/lib/ui/page-title";
import { type Member, requireMember } from "@/lib/web/require-member";
import { InviteForm } from "./invite-form";
import { MemberRow } from "./member-row";
import { PendingRow } from "./pending-row";
import { SecondFactorRule } from "./second-factor-rule";
import { TransferOwnershipForm } from "./transfer-ownership-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("team"))("title") };
}

/** The team, pending invitations, and the form to invite somebody. */
export default async function TeamPage({ params }: PageProps<"/m/[merchant]/settings/team">) {
  const member = await requireMember((await params).merchant, "team:manage");
  const team = await listMembers(member.merchantId);
  const pending = await pendingInvitations(member.merchantId);
  const t = await getTranslations("team");
  const sent = { copy: t("copy"), copied: t("copied"), copyByHand: t("copyByHand") };
  const roles = managedRoles[member.role].map((role) => ({ value: role, label: t(role) }));
  return (
    <div className="grid max-w-xl gap-8">
      <PageTitle>{t("title")}</PageTitle>
      <FrameCheck member={member} />
      <People member={member} team={team} />
      {pending.length > 0 && <Pending pending={pending} sent={sent} timeZone={member.merchant.timeZone} />}
      <section className="grid gap-4">
        <h2>{t("inviteTitle")}</h2>
        <InviteForm
          roles={roles}
          labels={{ ...sent, email: t("email"), role: t("role"), send: t("send"), sending: t("sending") }}
        />
      </section>
      {may(member.role, "security:manage") && (
        <SecondFactorRule isRequired={member.merchant.secondFactorSince !== null} />
      )}
      {may(member.role, "ownership:transfer") && team.length > 1 && (
        <TransferOwnershipForm
          people={team
            .filter(({ userId }) => userId !== member.person.id)
            .map(({ userId, name, email }) => ({
              value: userId,
              label: `${isolateReversed(name)} (${email})`,
            }))}
          labels={{
            title: t("transferTitle"),
            text: t("transferText"),
            newOwner: t("newOwner"),
            submit: t("transfer"),
            working: t("working"),
          }}
        />
      )}
    </div>
  );
}

async function People({ member, team }: { member: Member; team: TeamMember[] }) {
  const t = await getTranslations("team");
  const names = await getTranslations("merchants");
  const labels = {
    change: t("change"),
    save: t("save"),
    remove: t("remove"),
    working: t("working"),
  };
  const roles = managedRoles[member.role].map((role) => ({ value: role, label: t(role) }));
  return (
    <ul className="divide-y divide-line border-y border-line">
      {team.map(({ userId, name, email, role }) => (
        <MemberRow
          key={userId}
          userId={userId}
          name={name}
          you={userId === member.person.id ? t("you") : null}
          email={email}
          role={role}
          roleName={names(`role_${role}`)}
          roleLabel={t("roleOf", { name: isolateReversed(name) })}
          roles={managesRole(member.role, role) ? roles : []}
          labels={labels}
        />
      ))}
    </ul>
  );
}

async function Pending({
  pending,
  sent,
  timeZone,
}: {
  pending: PendingInvitation[];
  sent: { copy: string; copied: string; copyByHand: string };
  timeZone: string;
}) {
  const t = await getTranslations("team");
  const names = await getTranslations("merchants");
  const moments = await getMoments(timeZone);
  const now = new Date();
  return (
    <section className="grid gap-2">
      <h2>{t("pendingTitle")}</h2>
      <ul className="divide-y divide-line border-y border-line">
        {pending.map(({ id, email, role, expiresAt }) => {
          const when = moments.toText(expiresAt);
          const isOver = expiresAt <= now;
          return (
            <PendingRow
              key={id}
              id={id}
              version={getVersion({ expiresAt })}
              email={email}
              text={t(isOver ? "expired" : "expires", { role: names(`role_${role}`), when })}
              canMail={isMailConfigured()}
              labels={{ ...sent, again: t("again"), newLink: t("newLink"), revoke: t("revoke") }}
            />
          );
        })}
      </ul>
    </section>
  );
}
