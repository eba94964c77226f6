import { customerLanguageOf } from "@/lib/auth/customer-language";
import type { Member } from "@/lib/auth/require-member";
import type { CustomerLanguage } from "@/lib/customer-language";
import type { ShareableLink } from "@/lib/payment-links/schema";
import type { PrintedPage } from "@/lib/print/drawn";
import type { Paper } from "@/lib/print/paper";
import { posterPage } from "@/lib/print/poster";
import { type Look, posterQuery } from "@/lib/print/print-query";
import { hasLettersFor } from "@/lib/print/typefaces";
import type { BrandedQr } from "@/lib/qr/branded-qr";
import type { QrLogo } from "@/lib/qr/logo-plate";
import { printWords } from "@/lib/ui/print-words";
import { brandOf } from "../brand-of";
import { amountFor, usualPaper } from "../print-language";
import { codeOf } from "./code-of";

export type Poster = {
  page: PrintedPage;
  paper: Paper;
  language: CustomerLanguage;
  look: Look;
  logo: QrLogo | null;
  refused: BrandedQr["refused"];
  /** Whether a PDF can show every letter of it. */
  isWhole: boolean;
};

/** A link's poster as its address asks for it: on the usual paper, in the first of the customers' languages, in colour. */
export async function posterOf(
  member: Member,
  link: ShareableLink,
  query: Record<string, string | string[] | undefined>,
): Promise<Poster> {
  const { merchant } = member;
  const { paper = usualPaper(merchant), lang, look = "brand" } = posterQuery.parse(query);
  const language = lang ?? (await customerLanguageOf(merchant));
  const [{ logo }, code] = await Promise.all([brandOf(member), codeOf(member, link, { use: "print", look })]);
  const { description, reference, url, mode } = link;
  const page = posterPage(paper, {
    merchant: { name: merchant.name, colour: merchant.color },
    logo,
    amount: amountFor(link, language, merchant),
    description,
    reference: reference && `ref ${reference}`,
    url,
    mode,
    code: code.picture,
    words: printWords(language),
  });
  const isWhole = hasLettersFor(merchant.name + (description ?? ""));
  return { page, paper, language, look, logo, refused: code.refused, isWhole };
}
