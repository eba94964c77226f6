import type { ApiKeyIssue } from "@/lib/api-keys/schema";
import type { SignInFailure, SignUpFailure } from "@/lib/auth/accounts";
import type { AccountIssue } from "@/lib/auth/schema";
import type { AcceptFailure, InviteFailure, InviteIssue } from "@/lib/invitations/schema";
import type { TemplateFailure, TemplateNameIssue } from "@/lib/link-templates/schema";
import type { LogoIssue } from "@/lib/logo-picture";
import type { TeamFailure } from "@/lib/members/schema";
import type { MerchantIssue } from "@/lib/merchants/schema";
import type { AdoptFailure } from "@/lib/payment-links/adopt-candidate";
import type { CreateFailure } from "@/lib/payment-links/create-payment-link";
import type { LinkFailureCode, NewLinkIssues } from "@/lib/payment-links/schema";
import type { PhoneIssue } from "@/lib/phone";

/**
 * Everything that a form can be refused for. Each catalogue has a sentence for each, or does not compile;
 * a failure added to a service arrives here by its type.
 */
export type ErrorCode =
  | "unexpected"
  | "form_unreadable"
  | CreateFailure["code"]
  | AdoptFailure["code"]
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
  | "invitation_settled"
  | "too_many_invitations"
  | "reset_gone"
  | ApiKeyIssue
  | PhoneIssue
  | TemplateNameIssue
  | TemplateFailure["code"]
  | NonNullable<NewLinkIssues[keyof NewLinkIssues]>
  | LinkFailureCode;
