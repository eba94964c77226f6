import type { IncomingMessage, ServerResponse } from "node:http";
import type { SandboxAccount } from "@/lib/sandbox/accounts-store";
import { refusal, send } from "@/lib/sandbox/answer";
import type { Sandbox } from "@/lib/sandbox/sandbox";

/** One request, with everything that a handler needs to answer it. */
export type Visit = {
  request: IncomingMessage;
  response: ServerResponse;
  url: URL;
  sandbox: Sandbox;
  /** Where the pay pages are, without a trailing slash. */
  publicUrl: string;
};

export function getHeader(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

/** The merchant's name for a new link's pay page. It is percent-encoded, because headers cannot hold accents. */
export function readMerchant(request: IncomingMessage): string | undefined {
  const header = getHeader(request, "x-sandbox-merchant");
  try {
    return decodeURIComponent(header ?? "").slice(0, 200) || undefined;
  } catch {
    return undefined;
  }
}

/** The account of the request's key; undefined when there is none, and then a 401 has been sent. */
export function requireAccount({ request, response, sandbox }: Visit): SandboxAccount | undefined {
  const key = getHeader(request, "x-api-key");
  const account = key === undefined ? undefined : sandbox.accounts.byKey(key);
  if (!account) send(response, refusal(401, key === undefined ? "Missing API key" : "Invalid API key"));
  return account;
}
