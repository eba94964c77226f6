import { merchantPaths } from "@/lib/core/merchant-paths";
import { isUuid } from "@/lib/core/uuid";
import { openCandidate } from "@/lib/domain/payment-links/inbox/open-candidate";
import { getActor } from "@/lib/web/actor";
import { download } from "@/lib/web/download";

type Context = RouteContext<"/m/[merchant]/inbox/[linkId]/[candidateId]/open">;

/**
 * Redirects to a candidate's pay page, and records that the person opened it. Only then can they match it. A redirect
 * works without scripts too.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { merchant: slug, linkId, candidateId } = await params;
  return download(
    request,
    { slug, permission: "links:resolve" },
    async ({ view, person, till, merchant }) => {
      const { candidate, inbox } = merchantPaths(merchant.slug);
      if (!isUuid(linkId) || !isUuid(candidateId)) return moveTo(inbox);
      // Another site may have sent the person here, who did not mean to open it.
      if (request.headers.get("sec-fetch-site") === "cross-site")
        return moveTo(candidate(linkId, candidateId));
      const actor = await getActor({ person, till });
      const opened = await openCandidate({ view, actor, linkId, candidateId });
      return moveTo(opened.ok ? opened.value.url : candidate(linkId, candidateId));
    },
  );
}

function moveTo(location: string): Response {
  return new Response(null, {
    status: 303,
    headers: { location, "cache-control": "no-store", "referrer-policy": "no-referrer" },
  });
}
