import type { NextAuthOptions } from "next-auth";
import type { OAuthConfig } from "next-auth/providers/oauth";
import { claimsSchema, type Identity } from "@/lib/domain/identities/schema";
import { type IdentityProvider, isSameIssuer } from "@/lib/platform/identity-providers";
import { log } from "@/lib/platform/log";
import { authOptions } from "@/lib/web/options";
import { findFault, type ProviderFault } from "@/lib/web/provider-fault";

/** How long the provider may take for one answer. */
const answerMs = 5_000;

/** What became of an exchange. As long as the provider was not reached, it is down. */
export type ExchangeOutcome = { fault: ProviderFault } | { identity: Identity };
type Report = (outcome: ExchangeOutcome) => void;

/**
 * next-auth's settings for one exchange with a provider. next-auth speaks the protocol and checks state, nonce, PKCE and
 * the ID token; who that identity is here, and the session, are not left to it.
 * @param report is told what became of it.
 */
export function exchangeOptions(provider: IdentityProvider, report: Report): NextAuthOptions {
  const options = authOptions();
  return {
    ...options,
    providers: [toConfig(provider, report)],
    callbacks: {
      ...options.callbacks,
      signIn({ profile }) {
        const claims = claimsSchema.safeParse(profile);
        report(claims.success ? { identity: claims.data } : { fault: "provider_failed" });
        // An address instead of an answer: next-auth begins no session of its own.
        return "/";
      },
    },
  };
}

function toConfig(provider: IdentityProvider, report: Report): OAuthConfig<Record<string, unknown>> {
  const { id, name, issuer, clientId, clientSecret } = provider;
  let claims: Record<string, unknown> = {};
  return {
    ...{ id, name, clientId, clientSecret, type: "oauth", idToken: true },
    wellKnown: `${issuer}/.well-known/openid-configuration`,
    authorization: { params: { scope: "openid email profile" } },
    checks: ["pkce", "state", "nonce"],
    httpOptions: { timeout: answerMs },
    token: {
      request: ({ client, provider: { callbackUrl }, params, checks }) =>
        reporting(provider, report, async () => {
          const named = String(client.issuer.metadata.issuer);
          if (!isSameIssuer(named, issuer)) throw new Error(`the provider calls itself ${named}`);
          const tokens = await client.callback(callbackUrl, params, checks);
          claims = tokens.claims();
          // Many ID tokens hold no email address, which is then asked for.
          const isAsked =
            claims.email === undefined && client.issuer.metadata.userinfo_endpoint !== undefined;
          if (isAsked) claims = { ...(await client.userinfo(tokens)), ...claims };
          return { tokens };
        }),
    },
    userinfo: { request: () => claims },
    profile: ({ sub }) => ({ id: String(sub) }),
  };
}

/** Runs one step, and reports why it failed. The operator reads more of it than the person. */
async function reporting<Value>(
  provider: IdentityProvider,
  report: Report,
  step: () => Promise<Value>,
): Promise<Value> {
  // Whatever fails without a report from now on, the provider has been reached.
  report({ fault: "provider_failed" });
  try {
    return await step();
  } catch (error) {
    const fault = findFault(error);
    report({ fault });
    const reason = error instanceof Error ? error.message.slice(0, 300) : null;
    log().warn({ code: "identity_provider", provider: provider.id, fault, reason }, "a sign-in failed");
    throw error;
  }
}
