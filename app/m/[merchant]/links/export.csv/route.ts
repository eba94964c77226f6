import { readRun } from "@/app/m/[merchant]/_exports/answer-export";
import { historyFilterNames } from "@/app/m/[merchant]/links/_history/filter-names";
import { getQuery } from "@/lib/core/filters";
import { followRun } from "@/lib/domain/payment-links/export-runs/follow-run";
import { checkHistoryFilters } from "@/lib/domain/payment-links/history/check-filters";
import { exportLinks } from "@/lib/domain/payment-links/history/export-links";
import { countFiltered } from "@/lib/domain/payment-links/history/list-filtered";
import { getActor } from "@/lib/web/actor";
import { download, unreadableFile } from "@/lib/web/download";
import { exportResponse, readExportFormat } from "@/lib/web/export-response";
import { copiedInWords } from "@/lib/web/in-words";

type Context = RouteContext<"/m/[merchant]/links/export.csv">;

/**
 * The history with the filters of the address, as a file. With `?progress=` and an id that the browser has made, it can ask
 * how it goes on.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const who = { slug: (await params).merchant, permission: "links:export" } as const;
  return download(request, who, async ({ merchant, view, person, till }) => {
    const query = getQuery(request.url);
    const checked = await checkHistoryFilters(view, query);
    if (!checked.ok) return unreadableFile(checked.issues, await historyFilterNames());
    const format = await readExportFormat(query.for);
    if (!format) return unreadableFile([{ name: "for", code: "not_in_list" }], {});
    const actor = await getActor({ person, till });
    const { timeZone } = merchant;
    const filters = { ...checked.value, before: undefined };
    const links = await exportLinks({ view, actor, filters, timeZone });
    const { merchantId } = view;
    const run = readRun(query.progress, person.id);
    const countAll = () => countFiltered(view, { filters, timeZone });
    const parts = run ? followRun(links.parts, { merchantId, run, countAll }) : links.parts;
    return exportResponse(await copiedInWords({ ...links, parts }, { format, table: "links" }), {
      format,
      timeZone,
      name: `${merchant.slug}-links`,
      personId: person.id,
    });
  });
}
