import type { ApiKeyIssue, NoKey } from "@/lib/api-keys/schema";
import type { SignInFailure, SignUpFailure } from "@/lib/auth/accounts";
import type { AccountIssue } from "@/lib/auth/schema";
import type { GatewayFailureCode } from "@/lib/gateway/failures";
import type { MerchantIssue } from "@/lib/merchants/schema";
import type { NewLinkIssues } from "@/lib/payment-links/schema";

/**
 * Everything that a form can be refused for. Each catalogue has a sentence for each, or does not compile;
 * a failure added to a service arrives here by its type.
 */
export type ErrorCode =
  | "unexpected"
  | "form_unreadable"
  | "intent_reused"
  | AccountIssue
  | SignInFailure["code"]
  | SignUpFailure["code"]
  | MerchantIssue
  | ApiKeyIssue
  | NoKey["code"]
  | NonNullable<NewLinkIssues[keyof NewLinkIssues]>
  | GatewayFailureCode;
