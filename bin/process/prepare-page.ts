import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { answerRefusal } from "@/bin/process/answer-refusal";
import { isSecureOrigin } from "@/lib/platform/cookie-name";
import { pathHeader } from "@/lib/web/address";
import { longestQuery } from "@/lib/web/form-limit";
import { contentSecurityPolicy, merchantRememberedSeconds, merchantToRemember } from "@/lib/web/page-headers";

/** Next's own files, which need none of this. */
const files = /^\/_next\/(static|image)/;

/**
 * Gives each answer its content security policy with a fresh nonce, and passes the requested path on to server code: a server
 * action finds its merchant there and never in a form field. Next's own file for this, proxy.ts, would cost more than many a page.
 * @returns whether the request has been answered, because its address is too long.
 */
export function preparePage(request: IncomingMessage, response: ServerResponse): boolean {
  const { headers } = request;
  // Also where none is set, no client chooses it.
  delete headers[pathHeader];
  // Not relative to a base: a path that begins with two slashes would then be a host.
  const { pathname: path, search } = new URL(`http://portal.invalid${request.url}`);
  if (files.test(path)) return false;
  // The router adds a parameter of its own.
  if (search.replace(/[?&]_rsc=[^&]*/, "").length > longestQuery) {
    answerRefusal(request, response, "addressTooLong", { status: 414 });
    return true;
  }
  const policy = contentSecurityPolicy(randomUUID());
  // Next takes the nonce from here.
  headers["content-security-policy"] = policy;
  headers[pathHeader] = path;
  response.setHeader("Content-Security-Policy", policy);
  rememberMerchant(request, path, response);
  return false;
}

function rememberMerchant({ method = "", headers }: IncomingMessage, path: string, response: ServerResponse) {
  const destination = [headers["sec-fetch-dest"]].flat().join("");
  const found = merchantToRemember({ method, path, destination });
  const cookie = found && `${found.name}=${found.slug}`;
  if (!cookie || headers.cookie?.split("; ").includes(cookie)) return;
  const secure = isSecureOrigin() ? "; Secure" : "";
  response.setHeader(
    "Set-Cookie",
    `${cookie}; Path=/; Max-Age=${merchantRememberedSeconds}; HttpOnly; SameSite=Lax${secure}`,
  );
}
