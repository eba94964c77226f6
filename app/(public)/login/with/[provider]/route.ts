import type { NextRequest } from "next/server";
import { safeNextPath } from "@/lib/web/address";
import { leaveForProvider } from "@/lib/web/provider-sign-in";

type Context = { params: Promise<{ provider: string }> };

/**
 * Begins a sign-in at an identity provider. A link leads here and not a form, because a browser lets no form be
 * redirected to where the content security policy does not name, and a provider may pass the person on to others.
 */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const next = safeNextPath(request.nextUrl.searchParams.get("next"));
  return leaveForProvider(request, (await params).provider, { linkFor: null, next });
}
