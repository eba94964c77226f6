import { readRun } from "@/app/m/[merchant]/_exports/answer-export";
import { auditFilterNames } from "@/app/m/[merchant]/settings/audit/audit-filter-names";
import { describeInFile } from "@/app/m/[merchant]/settings/audit/event-words";
import { csvForPrograms } from "@/lib/core/csv";
import { getQuery } from "@/lib/core/filters";
import { checkAuditFilters } from "@/lib/domain/audit/check-filters";
import { exportLog } from "@/lib/domain/audit/export-log";
import { countEvents } from "@/lib/domain/audit/read-log";
import { followRun } from "@/lib/domain/payment-links/export-runs/follow-run";
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
    const filters = checked.value;
    // Programs get the codes of the actions, and people the sentences of the page.
    const say = format === csvForPrograms ? undefined : await describeInFile();
    const rows = exportLog({ merchantId, actor, filters, timeZone, ...(say && { say }) });
    const run = readRun(query.progress, person.id);
    // The export is an event too, and may not be in the log yet when they are counted.
    const countAll = () => countEvents(merchantId, filters, timeZone);
    const followed = run ? followRun(rows, { merchantId, run, countAll, heads: 1 }) : rows;
    return exportResponse(await inWords(followed, { format, table: "log" }), {
      format,
      timeZone,
      name: `${merchant.slug}-audit`,
      personId: person.id,
    });
  });
}
