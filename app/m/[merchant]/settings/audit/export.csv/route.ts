import { auditFilterNames } from "@/app/m/[merchant]/settings/audit/audit-filter-names";
import { getQuery } from "@/lib/core/filters";
import { checkAuditFilters } from "@/lib/domain/audit/check-filters";
import { exportLog } from "@/lib/domain/audit/export-log";
import { getActor } from "@/lib/web/actor";
import { download, unreadableFile } from "@/lib/web/download";
import { exportResponse, readExportFormat } from "@/lib/web/export-response";
import { inWords } from "@/lib/web/in-words";

type Context = RouteContext<"/m/[merchant]/settings/audit/export.csv">;

/** The audit log with the filters of the address, as a file. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const who = { slug: (await params).merchant, permission: "audit:read" } as const;
  return download(request, who, async ({ merchant, merchantId, person, till }) => {
    const query = getQuery(request.url);
    const checked = await checkAuditFilters(merchantId, query);
    if (!checked.ok) return unreadableFile(checked.issues, await auditFilterNames());
    const format = await readExportFormat(query.for);
    if (!format) return unreadableFile([{ name: "for", code: "not_in_list" }], {});
    const actor = await getActor({ person, till });
    const { timeZone } = merchant;
    const rows = exportLog({ merchantId, actor, filters: checked.value, timeZone });
    return exportResponse(await inWords(rows, { format, table: "log" }), {
      format,
      timeZone,
      name: `${merchant.slug}-audit`,
      personId: person.id,
    });
  });
}
