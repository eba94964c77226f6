import { createHash, randomBytes } from "node:crypto";
import { cookies } from "next/headers";
import { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { paths } from "@/lib/core/paths";
import { env, requireSetting } from "@/lib/platform/env";
import type { IdentityProvider } from "@/lib/platform/identity-providers";
import { log } from "@/lib/platform/log";
import { type ExchangeOutcome, exchangeOptions } from "@/lib/web/exchange-options";
import { findFaultByCode } from "@/lib/web/provider-fault";
import { authCookie } from "@/lib/web/session-cookie";

/**
 * The provider's page to send the browser to; null when the provider cannot be reached. The checks of the answer go into
 * encrypted cookies of this browser.
 */
export async function beginExchange(provider: IdentityProvider): Promise<Response | null> {
  const address = `${env().APP_URL}${paths.providerSignIn(provider.id)}`;
  const body = new URLSearchParams({ csrfToken: await writeCsrfToken() });
  const request = new NextRequest(address, { method: "POST", body });
  const options = exchangeOptions(provider, () => {});
  const response: Response = await NextAuth(options)(request, toContext("signin", provider));
  const place = response.headers.get("location") ?? "";
  // What goes wrong leads to a page of next-auth. A provider may be on the same host as the portal.
  if (URL.canParse(place) && !place.startsWith(`${env().APP_URL}/api/auth/`)) return response;
  log().warn({ code: "identity_provider", provider: provider.id }, "the provider cannot be reached");
  return null;
}

/** Who has come back from the provider. @param request to its redirect URI. */
export async function finishExchange(
  provider: IdentityProvider,
  request: NextRequest,
): Promise<ExchangeOutcome> {
  const refusal = request.nextUrl.searchParams.get("error");
  if (refusal !== null) {
    const fault = findFaultByCode(refusal);
    const reason = refusal.slice(0, 60);
    log().warn({ code: "identity_provider", provider: provider.id, fault, reason }, "a sign-in failed");
    return { fault };
  }
  let outcome: ExchangeOutcome = { fault: "provider_down" };
  const options = exchangeOptions(provider, (known) => {
    outcome = known;
  });
  await NextAuth(options)(request, toContext("callback", provider));
  return outcome;
}

function toContext(action: string, { id }: IdentityProvider) {
  return { params: Promise.resolve({ nextauth: [action, id] }) };
}

/** next-auth begins only for a form of its own page, which we do not have: `isFromElsewhere` guards the way here. */
async function writeCsrfToken(): Promise<string> {
  const token = randomBytes(32).toString("hex");
  const hash = createHash("sha256")
    .update(`${token}${requireSetting("NEXTAUTH_SECRET")}`)
    .digest("hex");
  const { name, options } = authCookie("csrf");
  (await cookies()).set(name, `${token}|${hash}`, options);
  return token;
}
