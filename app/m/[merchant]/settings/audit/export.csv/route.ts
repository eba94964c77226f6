import { parseAuditFilters } from "@/lib/domain/audit/parse-filters";
import { exportLog } from "@/lib/domain/audit/read-log";
import { requireMember } from "@/lib/web/require-member";
import { clientIp } from "@/lib/web/session";

type Context = RouteContext<"/m/[merchant]/settings/audit/export.csv">;

/** The audit log as it is filtered in the address, as a file. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { merchant, merchantId, person } = await requireMember((await params).merchant, "audit:read");
  const lines = exportLog({
    merchantId,
    actor: { userId: person.id, ip: await clientIp() },
    filters: parseAuditFilters(Object.fromEntries(new URL(request.url).searchParams)),
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
      "content-disposition": `attachment; filename="${merchant.slug}-audit.csv"`,
      "cache-control": "no-store",
    },
  });
}
