import { getBrand } from "@/app/m/[merchant]/links/_print/get-brand";
import { amountFor, usualPaper } from "@/app/m/[merchant]/links/_print/print-language";
import type { CustomerLanguage } from "@/lib/core/customer-language";
import type { ShareableLink } from "@/lib/domain/payment-links/schema";
import { printLabels } from "@/lib/i18n/print-labels";
import type { PrintedPage } from "@/lib/rendering/print/drawn";
import type { Paper } from "@/lib/rendering/print/paper";
import { posterPage } from "@/lib/rendering/print/poster";
import { type Look, posterQuery } from "@/lib/rendering/print/print-query";
import { hasLettersFor } from "@/lib/rendering/print/typefaces";
import type { BrandedQr } from "@/lib/rendering/qr/branded-qr";
import type { QrLogo } from "@/lib/rendering/qr/logo-plate";
import { getCustomerLanguage } from "@/lib/web/customer-language";
import type { Member } from "@/lib/web/require-member";
import { getCode } from "./get-code";

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

/**
 * A link's poster with the choices in its address. By default it is on the usual paper, in the first of the customers'
 * languages, and in color.
 */
export async function getPoster(
  member: Member,
  link: ShareableLink,
  query: Record<string, string | string[] | undefined>,
): Promise<Poster> {
  const { merchant } = member;
  const { paper = usualPaper(merchant), lang, look = "brand" } = posterQuery.parse(query);
  const language = lang ?? (await getCustomerLanguage(merchant));
  const [{ logo }, code] = await Promise.all([
    getBrand(member),
    getCode(member, link, { use: "print", look }),
  ]);
  const { description, reference, url, mode } = link;
  const page = posterPage(paper, {
    merchant: { name: merchant.name, color: merchant.color },
    logo,
    amount: amountFor(link, language, merchant),
    description,
    reference: reference && `ref ${reference}`,
    url,
    mode,
    code: code.picture,
    labels: printLabels(language),
  });
  const isWhole = hasLettersFor(merchant.name + (description ?? ""));
  return { page, paper, language, look, logo, refused: code.refused, isWhole };
}
