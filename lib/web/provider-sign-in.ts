import { notFound, redirect } from "next/navigation";
import type { NextRequest } from "next/server";
import { paths } from "@/lib/core/paths";
import { emailFactorChange } from "@/lib/domain/accounts/email-factor-change";
import { hasAccount } from "@/lib/domain/accounts/find-account";
import { findPerson, mayAskProvider } from "@/lib/domain/identities/find-identity";
import { linkIdentity } from "@/lib/domain/identities/link-identity";
import type { Identity } from "@/lib/domain/identities/schema";
import { env } from "@/lib/platform/env";
import { findProvider } from "@/lib/platform/identity-providers";
import { beginExchange, finishExchange } from "@/lib/web/exchange";
import { type Exchange, endExchange, readExchange, writeExchange } from "@/lib/web/exchange-cookie";
import { writeNewIdentity } from "@/lib/web/new-identity-cookie";
import type { ProviderProblem } from "@/lib/web/provider-fault";
import { clientIp, currentSession } from "@/lib/web/session";
import { continueSignIn } from "@/lib/web/sign-in";

/**
 * Sends the browser to a provider, to sign in or to link an identity. Only a page of the portal may do so: another site
 * could otherwise sign people in, or begin to link, without their asking.
 */
export async function leaveForProvider(
  request: NextRequest,
  providerId: string,
  { linkFor, next }: Pick<Exchange, "linkFor" | "next">,
): Promise<Response> {
  const provider = findProvider(providerId);
  if (!provider || isFromElsewhere(request)) redirect(linkFor === null ? paths.login : paths.account);
  const exchange = { provider: provider.id, linkFor, next };
  if (!(await mayAskProvider(await clientIp()))) return explain("too_many_attempts", exchange);
  await writeExchange(exchange);
  return (await beginExchange(provider)) ?? explain("provider_down", exchange);
}

/** Where the provider sends the browser back to. Answers by a redirect in any case. */
export async function comeBackFromProvider(request: NextRequest, providerId: string): Promise<never> {
  const provider = findProvider(providerId) ?? notFound();
  const exchange = await readExchange(provider.id);
  if (!exchange) return explain("provider_expired", { provider: provider.id, linkFor: null, next: null });
  if (!(await mayAskProvider(await clientIp()))) return explain("too_many_attempts", exchange);
  const outcome = await finishExchange(provider, request);
  await endExchange();
  if ("fault" in outcome) return explain(outcome.fault, exchange);
  return exchange.linkFor === null
    ? signInWith(outcome.identity, exchange)
    : linkTo(exchange.linkFor, outcome.identity, exchange);
}

async function signInWith(identity: Identity, exchange: Exchange): Promise<never> {
  const userId = await findPerson(identity);
  if (userId !== null) return continueSignIn(userId, exchange.next);
  if (env().SIGNUP !== "open") return explain("identity_unknown", exchange);
  if (identity.email === null) return explain("identity_without_email", exchange);
  if (!identity.isEmailVerified) return explain("identity_unverified", exchange);
  if (await hasAccount(identity.email)) return explain("identity_unknown", exchange);
  await writeNewIdentity(exchange.provider, identity);
  redirect(paths.signup);
}

/** Links it, if the session that asked for it is still the one in this browser. */
async function linkTo(sessionId: string, identity: Identity, exchange: Exchange): Promise<never> {
  const session = await currentSession();
  if (session?.id !== sessionId) return explain("provider_expired", { ...exchange, linkFor: null });
  const owner = { userId: session.person.id, ip: await clientIp() };
  const linked = await linkIdentity(identity, owner);
  if (!linked.ok) return explain(linked.code, exchange);
  if (linked.value.isNew) await emailFactorChange(owner.userId, "changed");
  redirect(paths.accountAfter("linked"));
}

/** Goes back to where the person came from, with the reason in the address. */
function explain(problem: ProviderProblem, { provider, linkFor, next }: Exchange): never {
  redirect(
    linkFor === null ? paths.loginProblem(problem, provider, next) : paths.accountProblem(problem, provider),
  );
}

/** Whether the page of another site sends the browser here. */
function isFromElsewhere({ headers }: NextRequest): boolean {
  return ["cross-site", "same-site"].includes(headers.get("sec-fetch-site") ?? "none");
}
