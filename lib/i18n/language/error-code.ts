import type { ExpiryIssue } from "@/lib/core/link-expiry";
import type { PhoneIssue } from "@/lib/core/phone";
import type { SignInFailure } from "@/lib/domain/accounts/check-credentials";
import type { SignUpFailure } from "@/lib/domain/accounts/create-account";
import type { ProofFailure } from "@/lib/domain/accounts/prove-again";
import type { AccountIssue } from "@/lib/domain/accounts/schema";
import type { ApiKeyIssue } from "@/lib/domain/api-keys/schema";
import type { AcceptFailure, InviteFailure, InviteIssue } from "@/lib/domain/invitations/schema";
import type { TemplateFailure, TemplateNameIssue } from "@/lib/domain/link-templates/schema";
import type { TeamFailure } from "@/lib/domain/members/schema";
import type { LimitIssue, MerchantIssue } from "@/lib/domain/merchants/schema";
import type { BulkFailure } from "@/lib/domain/payment-links/bulk/schema";
import type { CancelFailure } from "@/lib/domain/payment-links/cancel/cancel-link";
import type { CreateFailure } from "@/lib/domain/payment-links/create/create-payment-link";
import type { ExpiryFailure } from "@/lib/domain/payment-links/expiry/change-expiry";
import type { MatchFailure } from "@/lib/domain/payment-links/inbox/match-candidate";
import type { NewLinkIssues } from "@/lib/domain/payment-links/new-link/schema";
import type { NotesFailure } from "@/lib/domain/payment-links/notes/change-notes";
import type { CustomerFailure } from "@/lib/domain/payment-links/notes/remove-customer";
import type { NotesIssue } from "@/lib/domain/payment-links/notes/schema";
import type { PaidFailure } from "@/lib/domain/payment-links/paid/change-paid";
import type { PaidIssue } from "@/lib/domain/payment-links/paid/schema";
import type { PointFailure } from "@/lib/domain/payment-links/point/change-pointing";
import type { ViewFailure } from "@/lib/domain/payment-links/saved-views/schema";
import type { LinkFailureCode, NotAsDrawn } from "@/lib/domain/payment-links/schema";
import type { PasskeyFailure } from "@/lib/domain/second-factors/check-passkey";
import type { CodeIssue, PasskeyIssue } from "@/lib/domain/second-factors/schema";
import type { PinFailure, PinIssue, TillIssue } from "@/lib/domain/tills/schema";
import type { LogoIssue } from "@/lib/rendering/logo-picture";
import type { TableFailure } from "@/lib/spreadsheets/table";

/**
 * Every code that a form can be refused with. Each catalogue must have a sentence for each, or it does not compile. A
 * failure that a use-case adds to its type becomes part of this one.
 */
export type ErrorCode =
  | "unexpected"
  | "busy"
  | "form_unreadable"
  | "field_too_long"
  | "form_too_long"
  | CreateFailure["code"]
  | MatchFailure["code"]
  | AccountIssue
  | SignInFailure["code"]
  | ProofFailure["code"]
  | SignUpFailure["code"]
  | MerchantIssue
  | LimitIssue
  | LogoIssue
  | "too_many_pictures"
  | "table_missing"
  | Exclude<TableFailure["code"], OpenQuote["code"]>
  | "too_many_tables"
  | "too_many_links"
  | "too_many_businesses"
  | BulkFailure["code"]
  | "slug_taken"
  | "confirmation_wrong"
  | TeamFailure["code"]
  | InviteIssue
  | InviteFailure["code"]
  | AcceptFailure["code"]
  | PasskeyIssue
  | PasskeyFailure["code"]
  | CodeIssue
  | TillIssue
  | PinIssue
  | PinFailure["code"]
  | "till_gone"
  | "set_up_gone"
  | "no_second_factor"
  | "sign_in_over"
  | "invitation_ended"
  | "too_many_invitations"
  | "reset_gone"
  | "changed_since"
  | "annotated"
  | ApiKeyIssue
  | PhoneIssue
  | NotesIssue
  | NotesFailure["code"]
  | CustomerFailure["code"]
  | CancelFailure["code"]
  | "cancel_reason_missing"
  | ExpiryIssue
  | ExpiryFailure["code"]
  | PointFailure["code"]
  | PaidIssue
  | PaidFailure["code"]
  | ViewFailure["code"]
  | "pasted_nothing"
  | "pasted_all_marked"
  | "pasted_too_long"
  | TemplateNameIssue
  | TemplateFailure["code"]
  | NonNullable<NewLinkIssues[keyof NewLinkIssues]>
  | LinkFailureCode;

/** A field that was also changed on another page; `now` is its present value, as the reader writes it. */
export type ChangedMeanwhile = { code: "changed_meanwhile"; now: string };

/** A table in which a quotation mark is never closed; `place` is the row in which it stands. */
export type OpenQuote = Extract<TableFailure, { place: number }>;

/** Codes whose sentences say what differs. */
export type SentenceCode = ErrorCode | NotAsDrawn["code"] | ChangedMeanwhile["code"] | OpenQuote["code"];

/** Why a form is refused. */
export type Said = ErrorCode | NotAsDrawn | ChangedMeanwhile | OpenQuote;
