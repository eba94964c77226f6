import { redirect } from "next/navigation";
import type { NextRequest } from "next/server";
import { paths } from "@/lib/core/paths";
import { isProvenLately } from "@/lib/domain/accounts/prove-again";
import { leaveForProvider } from "@/lib/web/provider-sign-in";
import { requireSession } from "@/lib/web/session";

type Context = { params: Promise<{ provider: string }> };

/**
 * Begins to link an identity with the person's account. After the proof they come back to their account's page and not
 * here: only a link that they press leads to a provider.
 */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const session = await requireSession();
  if (!isProvenLately(session)) redirect(paths.confirmThen(paths.account));
  return leaveForProvider(request, (await params).provider, { linkFor: session.id, next: null });
}
