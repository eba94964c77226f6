import { readRun } from "@/app/m/[merchant]/_exports/answer-export";
import { closeNames } from "@/app/m/[merchant]/close/close-names";
import { getQuery } from "@/lib/core/filters";
import { checkClose } from "@/lib/domain/payment-links/close/check-close";
import { exportClose } from "@/lib/domain/payment-links/close/export-close";
import { followRun } from "@/lib/domain/payment-links/export-runs/follow-run";
import { getActor } from "@/lib/web/actor";
import { download, unreadableFile } from "@/lib/web/download";
import { exportResponse, readExportFormat } from "@/lib/web/export-response";
import { inWords } from "@/lib/web/in-words";

type Context = RouteContext<"/m/[merchant]/close/export.csv">;

/** The sums of a day's close as a file. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const who = { slug: (await params).merchant, permission: "links:export" } as const;
  return download(request, who, async ({ merchant, view, person, till }) => {
    const query = getQuery(request.url);
    const { timeZone, mode, slug } = merchant;
    const { checked } = await checkClose(view, { query, timeZone });
    if (!checked.ok) return unreadableFile(checked.issues, await closeNames());
    const format = await readExportFormat(query.for);
    if (!format) return unreadableFile([{ name: "for", code: "not_in_list" }], {});
    const { filters, period } = checked.value;
    const actor = await getActor({ person, till });
    const rows = exportClose({ view, actor, query: { ...period, mode, person: filters.person }, timeZone });
    const run = readRun(query.progress, person.id);
    // Its lines are all there at once, so that there is nothing to count before.
    const countAll = async () => null;
    const { merchantId } = view;
    const followed = run ? followRun(rows, { merchantId, run, countAll, heads: 1 }) : rows;
    return exportResponse(await inWords(followed, { format, table: "close" }), {
      format,
      timeZone,
      name: `${slug}-${period.day}`,
      personId: person.id,
    });
  });
}
