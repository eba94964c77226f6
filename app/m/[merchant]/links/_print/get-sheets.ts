import type { CustomerLanguage } from "@/lib/core/customer-language";
import type { Query } from "@/lib/core/filters";
import { printableLinks } from "@/lib/domain/payment-links/history/list-printable";
import type { HistoryFilters } from "@/lib/domain/payment-links/history/parse-filters";
import { printLabels } from "@/lib/i18n/print-labels";
import type { PrintedPage } from "@/lib/rendering/print/drawn";
import { sheetQuery } from "@/lib/rendering/print/print-query";
import { sheetPages } from "@/lib/rendering/print/sheet";
import { hasLettersFor } from "@/lib/rendering/print/typefaces";
import { plainQr } from "@/lib/rendering/qr/branded-qr";
import { getCustomerLanguage } from "@/lib/web/customer-language";
import type { Member } from "@/lib/web/require-member";
import { amountFor, usualPaper } from "./print-language";

export type Sheets = {
  pages: PrintedPage[];
  paper: "a4" | "letter";
  language: CustomerLanguage;
  count: number;
  /** The last link of these, when more links are left for other sheets. */
  nextAfter: string | null;
  /** Whether a PDF can show every letter of them. */
  isWhole: boolean;
};

/** The links of a filtered history, with their codes on sheets. The codes are plain, because they are small. */
export async function getSheets(
  { merchant, view }: Member,
  query: Query,
  filters: HistoryFilters,
): Promise<Sheets> {
  const { paper = usualPaper(merchant), lang } = sheetQuery.parse(query);
  const language = lang ?? (await getCustomerLanguage(merchant));
  const { links, nextAfter } = await printableLinks(view, filters, merchant.timeZone);
  const pages = sheetPages(paper, {
    name: merchant.name,
    codeName: printLabels(language).code,
    links: links.map((link) => ({
      mode: link.mode,
      amount: amountFor(link, language, merchant),
      description: link.description,
      reference: link.reference && `ref ${link.reference}`,
      code: plainQr({ text: link.url, mode: link.mode, use: "print" }),
    })),
  });
  const isWhole = [merchant.name, ...links.map(({ description }) => description ?? "")].every(hasLettersFor);
  return { pages, paper, language, count: links.length, nextAfter, isWhole };
}
