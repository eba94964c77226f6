import { fail, ok } from "@/lib/core/result";
import { isKeyRefusal, readRefusal } from "@/lib/gateway/answers";
import type { GatewayFailure, GatewayResult } from "@/lib/gateway/failures";
import type { ExchangeResult } from "@/lib/gateway/http-exchange";

const maxRetryAfterMs = 60 * 60 * 1000;

/** For a redirect, a rate limit and a server error, the status and headers are all that is used. */
export function bodyMatters(status: number): boolean {
  return !(isRedirect(status) || status === 429 || status >= 500);
}

/** The result of an exchange. `read` parses a 2xx body, and answers undefined when it cannot. */
export function classify<Value>(
  result: ExchangeResult,
  read: (body: string) => Value | undefined,
): GatewayResult<Value> {
  if (result.kind === "failed") return fail(failedExchange(result));
  if (result.status < 200 || result.status > 299) return fail(refusal(result));
  const value = read(result.body);
  return value === undefined ? fail({ code: "unreadable_answer" }) : ok(value);
}

function failedExchange({ cause, mayHaveSent }: ExchangeResult & { kind: "failed" }): GatewayFailure {
  if (!mayHaveSent) return { code: "unreachable" };
  if (cause === "timeout") return { code: "timeout" };
  return { code: cause === "lost" ? "connection_lost" : "unreadable_answer" };
}

function refusal({ status, headers, body }: ExchangeResult & { kind: "answered" }): GatewayFailure {
  const retryAfterMs = readRetryAfter(headers["retry-after"]);
  if (isRedirect(status)) return { code: "redirected" };
  if (status === 429) return { code: "rate_limited", retryAfterMs };
  if (status >= 500) return { code: "server_error", retryAfterMs };
  if (status === 401 || status === 403) {
    return { code: isKeyRefusal(body) ? "key_refused" : "unreadable_answer" };
  }
  // A proxy on the way can send any of these statuses too, so a refusal counts only in the form that upstream uses.
  const known = readRefusal(body);
  if (known && (status === 400 || status === 422)) return { code: "invalid_request", fields: known.fields };
  if (known && status === 404) return { code: "not_found" };
  return { code: "unreadable_answer" };
}

function isRedirect(status: number): boolean {
  return status >= 300 && status <= 399;
}

/** `Retry-After` in milliseconds from now, at most an hour. RFC 9110 allows seconds or an HTTP date. */
export function readRetryAfter(header: string | undefined, now = Date.now()): number | null {
  if (header === undefined) return null;
  const isSeconds = /^\d+$/.test(header);
  // Date.parse takes many strings that are no HTTP date, so the form is checked first.
  const isDate = /^[A-Z][a-z]+, \d.* GMT$/.test(header);
  if (!isSeconds && !isDate) return null;
  const waitMs = isSeconds ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isNaN(waitMs) ? null : Math.min(Math.max(waitMs, 0), maxRetryAfterMs);
}
