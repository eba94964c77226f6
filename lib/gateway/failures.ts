import type { Result } from "@/lib/core/result";

/** Every way in which a call to the Payment Links API can fail. `outcomeByCode` says what each means for a POST. */
export const gatewayFailureCodes = [
  /** No connection was established: name lookup, refusal, TLS, or the deadline passed before. */
  "unreachable",
  /** The connection was established, the request may have been sent, and the deadline passed. */
  "timeout",
  /** The connection was established, the request may have been sent, and the connection broke or the caller gave up. */
  "connection_lost",
  /** A redirect (3xx), which is never followed. */
  "redirected",
  "rate_limited",
  "server_error",
  /** Anything without a clear outcome: a body that is not the documented JSON, another status, a huge body. */
  "unreadable_answer",
  "key_refused",
  "not_found",
  "invalid_request",
] as const;
export type GatewayFailureCode = (typeof gatewayFailureCodes)[number];

export function isGatewayFailureCode(code: unknown): code is GatewayFailureCode {
  return gatewayFailureCodes.some((known) => known === code);
}

export const requestFields = ["amount", "currency", "description"] as const;
export type RequestField = (typeof requestFields)[number];

export type GatewayFailure =
  | { code: Exclude<GatewayFailureCode, "rate_limited" | "server_error" | "invalid_request"> }
  /** `retryAfterMs`: how long upstream asked us to wait, at most an hour; null when it did not say. */
  | { code: "rate_limited" | "server_error"; retryAfterMs: number | null }
  /** `fields`: what upstream found wrong, if it said so. Its own words are not passed on. */
  | { code: "invalid_request"; fields: RequestField[] };

export type GatewayResult<Value> = Result<Value, GatewayFailure>;

/** What is known after a failed POST. `not_sent` and `rejected`: no link was created. `unknown`: one may have been. */
export type FailedOutcome = "not_sent" | "rejected" | "unknown";

/** Only `not_sent` may be tried again without a person's decision. */
export const outcomeByCode: Record<GatewayFailureCode, FailedOutcome> = {
  unreachable: "not_sent",
  timeout: "unknown",
  connection_lost: "unknown",
  redirected: "unknown",
  rate_limited: "unknown",
  server_error: "unknown",
  unreadable_answer: "unknown",
  key_refused: "rejected",
  not_found: "rejected",
  invalid_request: "rejected",
};
