import * as z from "zod";
import { emailSchema, type Role, roles } from "@/lib/domain/members/schema";

export const invitationHours = 72;

export type InviteIssue = "role_missing";

export const inviteSchema = z.object({
  email: emailSchema,
  role: z.enum(roles, { error: "role_missing" satisfies InviteIssue }),
});

export type Invite = z.output<typeof inviteSchema>;

/** An invitation that was not accepted yet, as the team's page shows it. */
export type PendingInvitation = {
  id: string;
  email: string;
  role: Role;
  invitedBy: string;
  expiresAt: Date;
};

/** Changes each time an invitation is sent again. Forms carry it, so that an old page does not end a newer one. */
export function getVersion({ expiresAt }: Pick<PendingInvitation, "expiresAt">): string {
  return String(expiresAt.getTime());
}

/** What a person with a valid token is shown. */
export type InvitationOffer = { email: string; role: Role; merchant: string; color: string; inviter: string };

/** The result of an invitation. When it is not emailed, the inviter passes the link on. */
export type SentInvitation = {
  email: string;
  link: string;
  delivery: Delivery;
};

/** `limited`: it was to be emailed, but too many have been. */
export type Delivery = "mail" | "by_hand" | "limited";

export type InviteFailure = {
  code: "already_member" | "already_invited" | "not_for_your_role" | "email_unconfirmed" | "team_full";
};

/** `invitation_gone`: expired, used, revoked, replaced, or never there. The holder of a link is not told which. */
export type AcceptFailure = { code: "invitation_gone" | "invitation_for_another" | "no_room_in_team" };

/** What the forms that send invitations show afterwards: a sentence, and the link if it was not emailed. */
export type InviteFormExtra = { text: string; link: string | null };
