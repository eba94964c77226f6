import { fail } from "@/lib/core/result";
import type { Secret } from "@/lib/core/secret";
import { type CreatedLink, type LinkPage, readCreatedLink, readLinkPage } from "@/lib/gateway/answers";
import { bodyMatters, classify } from "@/lib/gateway/classify";
import type { GatewayResult } from "@/lib/gateway/failures";
import { exchange } from "@/lib/gateway/http-exchange";
import { tokenHeader, type UpstreamTerms } from "@/lib/gateway/upstream";
import { noteUpstream } from "@/lib/gateway/upstream-health";
import { log } from "@/lib/platform/log";
import { metrics } from "@/lib/platform/metrics/metrics";
import { inSpan } from "@/lib/platform/tracing/in-span";

export type Upstream = UpstreamTerms & {
  apiKey: Secret;
  /** Aborts the call. A POST that may have been sent by then counts as `connection_lost`. */
  signal?: AbortSignal | undefined;
};

const path = "/v1/payment-links";

/** What an HTTP header can hold. Other texts cannot be keys, and Node throws on some of them. */
const headerSafe = /^[\x21-\x7e]+$/;

/** Sends one POST, at most once; it is never repeated here. What a failure means is in `outcomeByCode`. */
export async function createPaymentLink(
  request: Upstream & {
    amountMinor: number;
    currency: string;
    description: string;
    /** Only for the sandbox, whose pay pages show the merchant's name; 4Geeks knows its own customers. */
    sandboxMerchant?: string | undefined;
  },
): Promise<GatewayResult<CreatedLink>> {
  const { amountMinor, currency, description, sandboxMerchant } = request;
  return call({
    upstream: request,
    method: "POST",
    url: new URL(request.baseUrl + path),
    body: JSON.stringify({ amount: amountMinor, currency, description }),
    ...(sandboxMerchant && { headers: { "X-Sandbox-Merchant": encodeURIComponent(sandboxMerchant) } }),
    read: (body) => readCreatedLink(body, request.plainHttpUrls),
  });
}

/** One page of the list, in upstream's order. It may hold fewer items than `limit`; upstream does not say why. */
export async function listPaymentLinks(
  request: Upstream & { limit: number; offset: number },
): Promise<GatewayResult<LinkPage>> {
  const url = new URL(request.baseUrl + path);
  url.searchParams.set("limit", String(request.limit));
  url.searchParams.set("offset", String(request.offset));
  return call({
    upstream: request,
    method: "GET",
    url,
    read: (body) => readLinkPage(body, request.plainHttpUrls),
  });
}

async function call<Value>(options: {
  upstream: Upstream;
  method: "GET" | "POST";
  url: URL;
  body?: string;
  headers?: Record<string, string>;
  read: (body: string) => Value | undefined;
}): Promise<GatewayResult<Value>> {
  const { upstream, method, url, body, read } = options;
  const apiKey = upstream.apiKey.reveal();
  if (!headerSafe.test(apiKey)) return fail({ code: "key_refused" });
  const headers = {
    "X-Api-Key": apiKey,
    Accept: "application/json",
    "Accept-Encoding": "identity",
    "User-Agent": "Cobro",
    ...(body === undefined ? {} : { "Content-Type": "application/json" }),
    ...tokenHeader(upstream),
    ...options.headers,
  };
  const { timeoutMs, signal } = upstream;
  const startedAt = Date.now();
  const result = await inSpan(
    `upstream ${method}`,
    { "http.method": method, "server.address": url.host },
    async () =>
      classify(
        await exchange({ method, url, headers, body, timeoutMs, signal, readsBody: bodyMatters }),
        read,
      ),
    (answer) => ({ "cobro.outcome": answer.ok ? "ok" : answer.code }),
  );
  // A call that the caller has broken off says nothing about upstream.
  if (!signal?.aborted) noteUpstream(url.host, result.ok ? null : result.code);
  const outcome = result.ok ? "ok" : result.code;
  metrics().upstreamCalls.inc({ method, outcome });
  log()[method === "POST" ? "info" : "debug"]({
    code: "upstream_call",
    method,
    host: url.host,
    outcome,
    ms: Date.now() - startedAt,
  });
  return result;
}
