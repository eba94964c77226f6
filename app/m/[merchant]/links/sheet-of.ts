import { customerLanguageOf } from "@/lib/auth/customer-language";
import type { Member } from "@/lib/auth/require-member";
import type { CustomerLanguage } from "@/lib/customer-language";
import { type HistoryFilters, parseHistoryFilters } from "@/lib/payment-links/history-filters";
import { printableLinks } from "@/lib/payment-links/printable-links";
import type { PrintedPage } from "@/lib/print/drawn";
import { sheetQuery } from "@/lib/print/print-query";
import { sheetPages } from "@/lib/print/sheet";
import { hasLettersFor } from "@/lib/print/typefaces";
import { plainQr } from "@/lib/qr/branded-qr";
import { printWords } from "@/lib/ui/print-words";
import { amountFor, usualPaper } from "./print-language";

export type Sheets = {
  pages: PrintedPage[];
  paper: "a4" | "letter";
  language: CustomerLanguage;
  filters: HistoryFilters;
  count: number;
  /** The last link of these, where more are left for other sheets. */
  nextAfter: string | null;
  /** Whether a PDF can show every letter of them. */
  isWhole: boolean;
};

/** The links of a history, as its address filters them, with their codes on sheets. The codes are plain: they are small. */
export async function sheetsOf(
  { merchant, view }: Member,
  query: Record<string, string | string[] | undefined>,
): Promise<Sheets> {
  const filters = parseHistoryFilters(query);
  const { paper = usualPaper(merchant), lang } = sheetQuery.parse(query);
  const language = lang ?? (await customerLanguageOf(merchant));
  const { links, nextAfter } = await printableLinks(view, filters, merchant.timeZone);
  const pages = sheetPages(paper, {
    name: merchant.name,
    codeName: printWords(language).code,
    links: links.map((link) => ({
      mode: link.mode,
      amount: amountFor(link, language, merchant),
      description: link.description,
      reference: link.reference && `ref ${link.reference}`,
      code: plainQr({ text: link.url, mode: link.mode, use: "print" }),
    })),
  });
  const isWhole = [merchant.name, ...links.map(({ description }) => description ?? "")].every(hasLettersFor);
  return { pages, paper, language, filters, count: links.length, nextAfter, isWhole };
}
