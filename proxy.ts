import { type NextRequest, NextResponse } from "next/server";
import { formTooLong } from "@/lib/core/refused-form";
import { cookieName, isSecureOrigin } from "@/lib/platform/cookie-name";
import { env } from "@/lib/platform/env";
import { hasReadableActionFields, hasReadableNames } from "@/lib/web/action-fields";
import { pathHeader, slugInPath } from "@/lib/web/address";
import { longestFormTo, longestQuery, takesFile, tooLongMark } from "@/lib/web/form-limit";
import { type JudgedOrigin, judgeOrigin, type RequestOrigin } from "@/lib/web/origin";
import { refuseOrigin } from "@/lib/web/refused-origin";

const merchantRememberedSeconds = 365 * 24 * 60 * 60;

/**
 * Gives each page its content security policy with a fresh nonce, and passes the requested path on to server code: a
 * server action finds its merchant there and never in a form field.
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

function originOf(headers: Headers): RequestOrigin {
  return {
    origin: headers.get("origin"),
    fetchSite: headers.get("sec-fetch-site"),
    host: headers.get("host"),
    forwardedHost: headers.get("x-forwarded-host"),
  };
}

/**
 * Remembers the last merchant, so that the home screen's icon opens it. Not in the answer to a form, where a cookie
 * would make the page load again, and not for a logo: one page shows those of all the person's merchants.
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

/**
 * Refuses a form that is too long, or a body that is no form although it says so. Next would answer 500, as if the
 * portal were broken.
 */
async function refuseForm(request: NextRequest): Promise<NextResponse | null> {
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
    : new NextResponse("The form could not be read.", { status: 400 });
}

/** On a page with a file field, people choose files that are too large: the page then says so beside the field. */
function tooLong(request: NextRequest): NextResponse {
  const { pathname } = request.nextUrl;
  if (request.headers.has("next-action")) {
    return new NextResponse(formTooLong, { status: 413, headers: { "content-type": "text/plain" } });
  }
  if (takesFile(pathname)) {
    const page = request.nextUrl.clone();
    page.search = `?${tooLongMark}=1`;
    return NextResponse.redirect(page, 303);
  }
  return new NextResponse("The form is too long.", { status: 413 });
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

function contentSecurityPolicy(nonce: string): string {
  const isDevelopment = process.env.NODE_ENV === "development";
  const policy = {
    "default-src": "'self'",
    // React's error overlay evaluates code, only in development.
    "script-src": `'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    "style-src": isDevelopment ? "'self' 'unsafe-inline'" : `'self' 'nonce-${nonce}'`,
    // A merchant's color is set in a style attribute. Attributes can neither load nor run anything here.
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
