import { type NextRequest, NextResponse } from "next/server";
import { formTooLong } from "@/lib/core/refused-form";
import type { Refusal } from "@/lib/i18n/messages/refusals";
import { isSecureOrigin } from "@/lib/platform/cookie-name";
import { env } from "@/lib/platform/env";
import { hasReadableActionFields, hasReadableNames } from "@/lib/web/action-fields";
import { pathHeader } from "@/lib/web/address";
import { longestFormTo, longestQuery, takesFile, tooLongMark } from "@/lib/web/form-limit";
import { type JudgedOrigin, judgeOrigin, type RequestOrigin } from "@/lib/web/origin";
import { contentSecurityPolicy, merchantRememberedSeconds, merchantToRemember } from "@/lib/web/page-headers";
import { refusalResponse, writeRefusal } from "@/lib/web/refusal";

/**
 * Gives each answer its content security policy with a fresh nonce, and passes the requested path on to server code: a
 * server action finds its merchant there and never in a form field. Refuses forms that no page of the portal has sent.
 */
export async function guardRequest(request: NextRequest): Promise<Response> {
  if (request.nextUrl.search.length > longestQuery) {
    return refuse(request, "addressTooLong", 414);
  }
  const { isAppUrlGiven: isGiven, APP_URL: origin } = env();
  const own = { origin, isGiven };
  const asked = toRequestOrigin(request.headers);
  const judged: JudgedOrigin = changes(request) ? judgeOrigin(asked, own) : { ok: true, host: null };
  if (!judged.ok) {
    // Its sentences are all messages in all languages, which would be loaded with every start.
    const { refuseOrigin } = await import("@/lib/web/refused-origin");
    return refuseOrigin(judged.fault, asked, own, request.headers);
  }
  const refusal = await refuseForm(request);
  if (refusal) return refusal;
  const policy = contentSecurityPolicy(crypto.randomUUID());
  const headers = new Headers(request.headers);
  headers.set(pathHeader, request.nextUrl.pathname);
  // Next compares this header with the form's origin by itself, and does not know APP_URL.
  if (judged.host !== null) headers.set("x-forwarded-host", judged.host);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  rememberMerchant(request, response);
  return response;
}

function changes({ method }: NextRequest): boolean {
  return method !== "GET" && method !== "HEAD";
}

function toRequestOrigin(headers: Headers): RequestOrigin {
  return {
    origin: headers.get("origin"),
    fetchSite: headers.get("sec-fetch-site"),
    host: headers.get("host"),
    forwardedHost: headers.get("x-forwarded-host"),
  };
}

function rememberMerchant({ method, nextUrl, headers, cookies }: NextRequest, response: NextResponse): void {
  const destination = headers.get("sec-fetch-dest");
  const found = merchantToRemember({ method, path: nextUrl.pathname, destination });
  if (!found || cookies.get(found.name)?.value === found.slug) return;
  response.cookies.set(found.name, found.slug, {
    path: "/",
    maxAge: merchantRememberedSeconds,
    sameSite: "lax",
    httpOnly: true,
    secure: isSecureOrigin(),
  });
}

/**
 * Refuses a form that is too long, or a body that is no form although it says so. Next would answer 500, as if the
 * portal were broken.
 */
async function refuseForm(request: NextRequest): Promise<Response | null> {
  if (request.method !== "POST") return null;
  const longest = longestFormTo(request.nextUrl.pathname);
  if (Number(request.headers.get("content-length")) > longest) return tooLong(request);
  // The length is not always declared, so the bytes are counted.
  const body = await readWithin(request.clone().body, longest);
  if (!body) return tooLong(request);
  const type = request.headers.get("content-type") ?? "";
  if (!type.toLowerCase().startsWith("multipart/form-data")) return null;
  const form = await new Response(body, { headers: { "content-type": type } }).formData().catch(() => null);
  return form && hasReadableNames(form) && hasReadableActionFields(form)
    ? null
    : refuse(request, "formUnreadable", 400);
}

/** On a page with a file field, people choose files that are too large: the page then says so beside the field. */
function tooLong(request: NextRequest): Response {
  const { pathname } = request.nextUrl;
  if (request.headers.has("next-action")) {
    return new NextResponse(formTooLong, { status: 413, headers: { "content-type": "text/plain" } });
  }
  if (takesFile(pathname)) {
    const page = request.nextUrl.clone();
    page.search = `?${tooLongMark}=1`;
    return NextResponse.redirect(page, 303);
  }
  return refuse(request, "formTooLong", 413);
}

function refuse({ headers }: NextRequest, refusal: Refusal, status: number): Response {
  return refusalResponse(
    writeRefusal(refusal, (name) => headers.get(name), { isForm: true }),
    status,
  );
}

/** Null when there are more bytes than `longest`. */
async function readWithin(stream: ReadableStream<Uint8Array> | null, longest: number): Promise<Blob | null> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const reader = stream?.getReader();
  for (;;) {
    const { done = true, value } = (await reader?.read()) ?? {};
    if (done || !value) return new Blob(chunks);
    length += value.byteLength;
    if (length > longest) return null;
    chunks.push(new Uint8Array(value));
  }
}
