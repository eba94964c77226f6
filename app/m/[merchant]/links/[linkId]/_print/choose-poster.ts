import { getBrand } from "@/app/m/[merchant]/links/_print/get-brand";
import { amountFor, usualPaper } from "@/app/m/[merchant]/links/_print/print-language";
import type { CustomerLanguage } from "@/lib/core/customer-language";
import type { ShareableLink } from "@/lib/domain/payment-links/schema";
import { printLabels } from "@/lib/i18n/print-labels";
import type { PosterRequest } from "@/lib/rendering/drawing/page-jobs";
import type { Paper } from "@/lib/rendering/print/paper";
import { type Look, posterQuery } from "@/lib/rendering/print/print-query";
import { getCustomerLanguage } from "@/lib/web/customer-language";
import type { Member } from "@/lib/web/require-member";
import { codeRequest } from "./code-request";

/**
 * A link's poster with the choices in its address, ready to be drawn. By default it is on the usual paper, in the first
 * of the customers' languages, and in color.
 */
export async function choosePoster(
  member: Member,
  link: ShareableLink,
  query: Record<string, string | string[] | undefined>,
): Promise<{ request: PosterRequest; paper: Paper; language: CustomerLanguage; look: Look }> {
  const { merchant } = member;
  const { paper = usualPaper(merchant), lang, look = "brand" } = posterQuery.parse(query);
  const language = lang ?? (await getCustomerLanguage(merchant));
  const [{ logo }, code] = await Promise.all([
    getBrand(member),
    codeRequest(member, link, { use: "print", look }),
  ]);
  const { description, reference, address: url, mode } = link;
  const request = {
    paper,
    merchant: { name: merchant.name, color: merchant.color },
    logo,
    amount: amountFor(link, language, merchant),
    description,
    reference: reference && `ref ${reference}`,
    url,
    mode,
    code,
    labels: printLabels(language),
  };
  return { request, paper, language, look };
}
