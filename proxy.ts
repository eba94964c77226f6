import { type NextRequest, NextResponse } from "next/server";
import { cookieName, isSecureOrigin } from "@/lib/platform/cookie-name";
import { env } from "@/lib/platform/env";
import { hasReadableActionFields } from "@/lib/web/action-fields";
import { pathHeader, slugInPath } from "@/lib/web/address";
import { longestFormTo, longestQuery, takesFile, tooLongMark } from "@/lib/web/form-limit";
import { type JudgedOrigin, judgeOrigin, type RequestOrigin } from "@/lib/web/origin";
import { refuseOrigin } from "@/lib/web/refused-origin";

const merchantRememberedSeconds = 365 * 24 * 60 * 60;

/**
 * Gives each page its content security policy with a fresh nonce, and tells server code which address was
 * asked for: a server action learns its merchant from there, never from a form field.
 */
export async function proxy(request: NextRequest): Promise<Response> {
  if (request.nextUrl.search.length > longestQuery) {
    return new NextResponse("The address is too long.", { status: 414 });
  }
  const { isAppUrlGiven: isGiven, APP_URL: origin } = env();
  const own = { origin, isGiven };
  const asked = originOf(request.headers);
  const judged: JudgedOrigin = changes(request) ? judgeOrigin(asked, own) : { ok: true, host: null };
  if (!judged.ok) return refuseOrigin(judged.fault, asked, own, request.headers);
  const refusal = await refuseForm(request);
  if (refusal) return refusal;
  const policy = contentSecurityPolicy(crypto.randomUUID());
  const headers = new Headers(request.headers);
  headers.set(pathHeader, request.nextUrl.pathname);
  // Next compares it with the form's origin by itself, and knows nothing of APP_URL.
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

function originOf(headers: Headers): RequestOrigin {
  return {
    origin: headers.get("origin"),
    fetchSite: headers.get("sec-fetch-site"),
    host: headers.get("host"),
    forwardedHost: headers.get("x-forwarded-host"),
  };
}

/**
 * So that the home screen's icon opens where the person left off. Not on a form's answer, which would renew its page,
 * and not for a picture: the logos of all of a person's merchants stand side by side.
 */
function rememberMerchant({ method, nextUrl, headers, cookies }: NextRequest, response: NextResponse): void {
  const isPage = method === "GET" && headers.get("sec-fetch-dest") !== "image";
  const slug = isPage ? slugInPath(nextUrl.pathname) : null;
  if (slug === null || cookies.get(cookieName("merchant"))?.value === slug) return;
  response.cookies.set(cookieName("merchant"), slug, {
    path: "/",
    maxAge: merchantRememberedSeconds,
    sameSite: "lax",
    httpOnly: true,
    secure: isSecureOrigin(),
  });
}

/** What is too long for a form, or says it is one and is not: Next would answer 500, as for a fault of ours. */
async function refuseForm(request: NextRequest): Promise<NextResponse | null> {
  if (request.method !== "POST") return null;
  const longest = longestFormTo(request.nextUrl.pathname);
  if (Number(request.headers.get("content-length")) > longest) return tooLong(request);
  // A body that does not tell its length is counted.
  const body = await readWithin(request.clone().body, longest);
  if (!body) return tooLong(request);
  const type = request.headers.get("content-type") ?? "";
  if (!type.toLowerCase().startsWith("multipart/form-data")) return null;
  const form = await new Response(body, { headers: { "content-type": type } }).formData().catch(() => null);
  return form && hasReadableActionFields(form)
    ? null
    : new NextResponse("The form could not be read.", { status: 400 });
}

/** Where a file can be sent, people choose one that is too large: the page says so beside the field. */
function tooLong(request: NextRequest): NextResponse {
  const { pathname } = request.nextUrl;
  if (takesFile(pathname) && !request.headers.has("next-action")) {
    const page = request.nextUrl.clone();
    page.search = `?${tooLongMark}=1`;
    return NextResponse.redirect(page, 303);
  }
  return new NextResponse("The form is too long.", { status: 413 });
}

/** Null for more bytes than `longest`; the rest is not kept. */
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

function contentSecurityPolicy(nonce: string): string {
  const isDevelopment = process.env.NODE_ENV === "development";
  const policy = {
    "default-src": "'self'",
    // React's error overlay evaluates code, in development only.
    "script-src": `'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    "style-src": isDevelopment ? "'self' 'unsafe-inline'" : `'self' 'nonce-${nonce}'`,
    // A merchant's color is set as a style attribute; attributes cannot load or run anything here.
    "style-src-attr": "'unsafe-inline'",
    "img-src": "'self' blob: data:",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
  };
  return Object.entries(policy)
    .map(([directive, value]) => `${directive} ${value}`)
    .join("; ");
}

export const config = { matcher: "/((?!_next/static|_next/image).*)" };
