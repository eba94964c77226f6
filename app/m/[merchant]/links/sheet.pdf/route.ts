import { getTranslations } from "next-intl/server";
import { historyFilterNames } from "@/app/m/[merchant]/links/_history/filter-names";
import { getSheets } from "@/app/m/[merchant]/links/_print/get-sheets";
import { pdfResponse } from "@/app/m/[merchant]/links/_print/pdf-response";
import { getQuery } from "@/lib/core/filters";
import { checkHistoryFilters } from "@/lib/domain/payment-links/history/check-filters";
import { download, noFile, sentence, unreadableFile } from "@/lib/web/download";

type Context = RouteContext<"/m/[merchant]/links/sheet.pdf">;

/** The history with the filters of the address, as sheets of codes. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const who = { slug: (await params).merchant, permission: "links:print" } as const;
  return download(request, who, async (member) => {
    const query = getQuery(request.url);
    const checked = await checkHistoryFilters(member.view, query);
    if (!checked.ok) return unreadableFile(checked.issues, await historyFilterNames());
    const { pages, language, paper, isWhole } = await getSheets(member, query, checked.value);
    if (pages.length === 0) return noFile("not_found");
    if (!isWhole) return sentence(422, (await getTranslations("print"))("noPdf"));
    const { name: title, slug } = member.merchant;
    return pdfResponse(pages, { title, language, logo: null, name: `${slug}-codes-${paper}` });
  });
}
