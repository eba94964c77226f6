import * as z from "zod";

/** Why an exchange with an identity provider came to nothing. */
export const providerFaults = [
  /** The person, or the provider, said no. */
  "provider_declined",
  "provider_down",
  /** The provider does not know this portal, or not its secret. */
  "provider_misconfigured",
  "provider_clock",
  /** It took too long, was answered before, or began in another browser. */
  "provider_expired",
  "provider_failed",
] as const;
export type ProviderFault = (typeof providerFaults)[number];

/** Everything that can keep somebody from signing in by a provider, or from linking an identity. */
export const providerProblems = [
  ...providerFaults,
  "too_many_attempts",
  /** No account is linked with the identity. */
  "identity_unknown",
  /** The same, and none can be made: the provider names no email address. */
  "identity_without_email",
  /** The same, because the provider has not verified the address. */
  "identity_unverified",
  "identity_taken",
  "identity_second",
] as const;
export type ProviderProblem = (typeof providerProblems)[number];

/** What the provider says of itself, in its answer or in the address by which a browser comes back. */
const byCode: Readonly<Record<string, ProviderFault>> = {
  access_denied: "provider_declined",
  login_required: "provider_declined",
  consent_required: "provider_declined",
  interaction_required: "provider_declined",
  account_selection_required: "provider_declined",
  temporarily_unavailable: "provider_down",
  server_error: "provider_down",
  invalid_client: "provider_misconfigured",
  unauthorized_client: "provider_misconfigured",
  redirect_uri_mismatch: "provider_misconfigured",
  invalid_grant: "provider_expired",
};

export function findFaultByCode(code: string): ProviderFault {
  return Object.hasOwn(byCode, code) ? (byCode[code] ?? "provider_failed") : "provider_failed";
}

/** The errors of openid-client, by what they hold beside their text. */
const providerError = z.object({ error: z.string() });
const clockError = z.object({ now: z.number(), tolerance: z.number() });
const checkError = z.object({ checks: z.object({ state: z.string() }), params: z.object({}) });
const answerError = z.object({ response: z.object({ statusCode: z.number().min(500) }) });
const networkError = z.object({ code: z.string() });
const timeout = z.object({ message: z.string().regex(/^outgoing request timed out/) });

/** What went wrong while the provider's answer was checked. */
export function findFault(error: unknown): ProviderFault {
  const said = providerError.safeParse(error);
  if (said.success) return findFaultByCode(said.data.error);
  if (clockError.safeParse(error).success) return "provider_clock";
  if (checkError.safeParse(error).success) return "provider_expired";
  const isDown = [answerError, networkError, timeout].some((kind) => kind.safeParse(error).success);
  return isDown ? "provider_down" : "provider_failed";
}
