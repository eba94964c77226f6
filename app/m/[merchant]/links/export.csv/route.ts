import { exportLinks } from "@/lib/domain/payment-links/history/export-links";
import { parseHistoryFilters } from "@/lib/domain/payment-links/history/parse-filters";
import { requireMember } from "@/lib/web/require-member";
import { clientIp } from "@/lib/web/session";

type Context = RouteContext<"/m/[merchant]/links/export.csv">;

/** The history as it is filtered in the address, as a file. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { merchant, view, person } = await requireMember((await params).merchant, "links:export");
  const lines = exportLinks({
    view,
    actor: { userId: person.id, ip: await clientIp() },
    filters: parseHistoryFilters(Object.fromEntries(new URL(request.url).searchParams)),
    timeZone: merchant.timeZone,
  });
  const utf8 = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await lines.next();
      if (done) controller.close();
      else controller.enqueue(utf8.encode(value));
    },
  });
  return new Response(body, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${merchant.slug}-links.csv"`,
      "cache-control": "no-store",
    },
  });
}
