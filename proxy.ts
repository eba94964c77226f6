import { type NextRequest, NextResponse } from "next/server";
import { pathHeader } from "@/lib/auth/address";

/**
 * Gives each page its content security policy with a fresh nonce, and tells server code which address was
 * asked for: a server action learns its merchant from there, never from a form field.
 */
export function proxy(request: NextRequest): NextResponse {
  const policy = contentSecurityPolicy(crypto.randomUUID());
  const headers = new Headers(request.headers);
  headers.set(pathHeader, request.nextUrl.pathname);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

function contentSecurityPolicy(nonce: string): string {
  const isDevelopment = process.env.NODE_ENV === "development";
  const policy = {
    "default-src": "'self'",
    // React's error overlay evaluates code, in development only.
    "script-src": `'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    "style-src": isDevelopment ? "'self' 'unsafe-inline'" : `'self' 'nonce-${nonce}'`,
    // A merchant's colour is set as a style attribute; attributes cannot load or run anything here.
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
