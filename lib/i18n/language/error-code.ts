import type { PhoneIssue } from "@/lib/core/phone";
import type { SignInFailure } from "@/lib/domain/accounts/check-credentials";
import type { SignUpFailure } from "@/lib/domain/accounts/create-account";
import type { AccountIssue } from "@/lib/domain/accounts/schema";
import type { ApiKeyIssue } from "@/lib/domain/api-keys/schema";
import type { AcceptFailure, InviteFailure, InviteIssue } from "@/lib/domain/invitations/schema";
import type { TemplateFailure, TemplateNameIssue } from "@/lib/domain/link-templates/schema";
import type { TeamFailure } from "@/lib/domain/members/schema";
import type { MerchantIssue } from "@/lib/domain/merchants/schema";
import type { CreateFailure } from "@/lib/domain/payment-links/create/create-payment-link";
import type { MatchFailure } from "@/lib/domain/payment-links/inbox/match-candidate";
import type { LinkFailureCode, NewLinkIssues, NotAsDrawn } from "@/lib/domain/payment-links/schema";
import type { LogoIssue } from "@/lib/rendering/logo-picture";

/**
 * Everything that a form can be refused for. Each catalogue has a sentence for each, or does not compile;
 * a failure added to a service arrives here by its type.
 */
export type ErrorCode =
  | "unexpected"
  | "form_unreadable"
  | "field_too_long"
  | "form_too_long"
  | CreateFailure["code"]
  | MatchFailure["code"]
  | AccountIssue
  | SignInFailure["code"]
  | SignUpFailure["code"]
  | MerchantIssue
  | LogoIssue
  | "too_many_pictures"
  | "slug_taken"
  | "confirmation_wrong"
  | TeamFailure["code"]
  | InviteIssue
  | InviteFailure["code"]
  | AcceptFailure["code"]
  | "invitation_ended"
  | "too_many_invitations"
  | "reset_gone"
  | ApiKeyIssue
  | PhoneIssue
  | TemplateNameIssue
  | TemplateFailure["code"]
  | NonNullable<NewLinkIssues[keyof NewLinkIssues]>
  | LinkFailureCode;

/** A field that was changed on another page too, and what it is now, as its reader writes it. */
export type ChangedMeanwhile = { code: "changed_meanwhile"; now: string };

/** Codes whose sentences name what differs. */
export type SentenceCode = ErrorCode | NotAsDrawn["code"] | ChangedMeanwhile["code"];

/** Why a form is refused. */
export type Said = ErrorCode | NotAsDrawn | ChangedMeanwhile;
