import { z } from "zod";
import { emailSchema, type Role, roles } from "@/lib/domain/members/schema";

export const invitationHours = 72;

export type InviteIssue = "role_missing";

export const inviteSchema = z.object({
  email: emailSchema,
  role: z.enum(roles, { error: "role_missing" satisfies InviteIssue }),
});

export type Invite = z.output<typeof inviteSchema>;

/** An invitation that has not been taken up, as the team's page shows it. */
export type PendingInvitation = {
  id: string;
  email: string;
  role: Role;
  invitedBy: string;
  expiresAt: Date;
};

/** What the holder of a token that works is told. */
export type InvitationOffer = { email: string; role: Role; merchant: string; color: string; inviter: string };

/** What came of sending one: without a mail server, the link is for the inviter to pass on. */
export type SentInvitation = { email: string; link: string; isMailed: boolean };

export type InviteFailure = {
  code: "already_member" | "already_invited" | "not_for_your_role";
};

/** Expired, used, revoked, replaced by a newer one, or never there: whoever holds the link is told no more. */
export type AcceptFailure = { code: "invitation_gone" | "invitation_for_another" };

/** What the forms that send invitations show after: a sentence, and the link where nobody mailed it. */
export type InviteFormExtra = { text: string; link: string | null };
