import type { CustomerLanguage } from "@/lib/core/customer-language";
import type { Query } from "@/lib/core/filters";
import { printableLinks } from "@/lib/domain/payment-links/history/list-printable";
import type { HistoryFilters } from "@/lib/domain/payment-links/history/parse-filters";
import type { ShareableLink } from "@/lib/domain/payment-links/schema";
import { printLabels } from "@/lib/i18n/print-labels";
import type { SheetsRequest } from "@/lib/rendering/drawing/page-jobs";
import { sheetQuery, type sheetRanges } from "@/lib/rendering/print/print-query";
import { codesOnSheet } from "@/lib/rendering/print/sheet";
import { getCustomerLanguage } from "@/lib/web/customer-language";
import { withAddresses } from "@/lib/web/link-address";
import type { Member } from "@/lib/web/require-member";
import { amountFor, usualPaper } from "./print-language";

type ChosenSheets = {
  sheets: SheetsRequest;
  paper: "a4" | "letter";
  language: CustomerLanguage;
  count: number;
  range: (typeof sheetRanges)[number];
  /** All links that could be on them, newest first, and whether each is. */
  found: (ShareableLink & { isChosen: boolean })[];
  /** The ids that were picked; empty when none were. */
  picked: string[];
  /** The last link of these, when more links are left for other sheets. */
  nextAfter: string | null;
};

/** The links of a filtered history that go on sheets, ready to be drawn. */
export async function chooseSheets(
  { merchant, view }: Member,
  query: Query,
  filters: HistoryFilters,
): Promise<ChosenSheets> {
  const { paper = usualPaper(merchant), lang, range = "newest", link: picked = [] } = sheetQuery.parse(query);
  const language = lang ?? (await getCustomerLanguage(merchant));
  const printable = await printableLinks(view, filters, merchant.timeZone);
  const isChosen = (id: string, at: number) =>
    picked.length > 0 ? picked.includes(id) : range === "all" || at < codesOnSheet;
  const addressed = await withAddresses(printable.links, { view, merchant });
  const found = addressed.map((link, at) => ({ ...link, isChosen: isChosen(link.id, at) }));
  const links = found.filter((link) => link.isChosen);
  const nextAfter = range === "all" && picked.length === 0 ? printable.nextAfter : null;
  const sheets: SheetsRequest = {
    paper,
    name: merchant.name,
    codeName: printLabels(language).code,
    links: links.map((link) => ({
      mode: link.mode,
      amount: amountFor(link, language, merchant),
      description: link.description,
      reference: link.reference && `ref ${link.reference}`,
      url: link.address,
    })),
  };
  return { sheets, paper, language, range, found, picked, count: links.length, nextAfter };
}
