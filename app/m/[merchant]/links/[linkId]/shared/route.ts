import { isUuid } from "@/lib/core/uuid";
import { isShareChannel } from "@/lib/domain/payment-links/schema";
import { recordShare } from "@/lib/domain/payment-links/share-link";
import { getActor } from "@/lib/web/actor";
import { noFile } from "@/lib/web/download";
import { mayTrackShare } from "@/lib/web/limits";
import { findMember } from "@/lib/web/require-member";

type Context = RouteContext<"/m/[merchant]/links/[linkId]/shared">;

/**
 * Records that a link was shared; `?by=` says by what means. It is no server action, because those wait for each other
 * and end with the page. This is called while the person leaves for WhatsApp, by a script or by the browser (an
 * anchor's `ping`).
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  // The session's cookie is not sent from other sites. Old browsers do not say where a request comes from.
  if ((request.headers.get("sec-fetch-site") ?? "same-origin") !== "same-origin") return answer(403);
  const { merchant: slug, linkId } = await params;
  const found = await findMember(slug, "links:share");
  if (!found.ok) return noFile(found.code);
  const member = found.value;
  const channel = new URL(request.url).searchParams.get("by");
  if (!isUuid(linkId) || !isShareChannel(channel)) return answer(404);
  if (!(await mayTrackShare(member.person.id))) return answer(429);
  const actor = await getActor(member);
  const isShort = member.merchant.shortAddresses;
  const isRecorded = await recordShare({ view: member.view, actor, id: linkId, channel, isShort });
  return answer(isRecorded ? 204 : 404);
}

function answer(status: number): Response {
  return new Response(null, { status });
}
