import { historyFilterNames } from "@/app/m/[merchant]/links/_history/filter-names";
import { chooseSheets } from "@/app/m/[merchant]/links/_print/choose-sheets";
import { pdfResponse } from "@/app/m/[merchant]/links/_print/pdf-response";
import { getQuery } from "@/lib/core/filters";
import { checkHistoryFilters } from "@/lib/domain/payment-links/history/check-filters";
import { draw } from "@/lib/rendering/drawing/draw";
import { download, noFile, unreadableFile } from "@/lib/web/download";

type Context = RouteContext<"/m/[merchant]/links/sheet.pdf">;

/** The history with the filters of the address, as sheets of codes. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const who = { slug: (await params).merchant, permission: "links:print" } as const;
  return download(request, who, async (member) => {
    const query = getQuery(request.url);
    const checked = await checkHistoryFilters(member.view, query);
    if (!checked.ok) return unreadableFile(checked.issues, await historyFilterNames());
    const { sheets, language, paper, count } = await chooseSheets(member, query, checked.value);
    if (count === 0) return noFile("not_found");
    const { name: title, slug } = member.merchant;
    const asker = { personId: member.person.id, signal: request.signal };
    const pdf = await draw("sheetsPdf", { sheets, title, language }, asker);
    return pdfResponse(pdf, `${slug}-codes-${paper}`);
  });
}
