import { isUuid } from "@/lib/core/uuid";
import { findPaymentLink } from "@/lib/domain/payment-links/history/list-history";
import { download } from "@/lib/web/download";

type Context = RouteContext<"/m/[merchant]/links/[linkId]/opened">;

/** How often a link was opened, for the page that waits to see it: a number costs less than the page. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { merchant: slug, linkId } = await params;
  return download(request, { slug, permission: "links:read" }, async ({ view }) => {
    const link = isUuid(linkId) ? await findPaymentLink(view, linkId) : null;
    if (!link) return new Response(null, { status: 404 });
    return Response.json({ count: link.openedCount }, { headers: { "cache-control": "no-store" } });
  });
}
