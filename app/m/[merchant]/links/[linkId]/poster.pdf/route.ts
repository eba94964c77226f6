import { getTranslations } from "next-intl/server";
import { pdfResponse } from "@/app/m/[merchant]/links/_print/pdf-response";
import { downloadLink } from "@/app/m/[merchant]/links/[linkId]/_print/download-link";
import { getPoster } from "@/app/m/[merchant]/links/[linkId]/_print/get-poster";
import { getQuery } from "@/lib/core/filters";
import { sentence } from "@/lib/web/download";

type Context = RouteContext<"/m/[merchant]/links/[linkId]/poster.pdf">;

export function GET(request: Request, { params }: Context): Promise<Response> {
  return downloadLink(request, params, async (member, link) => {
    const { page, language, logo, paper, isWhole } = await getPoster(member, link, getQuery(request.url));
    // On paper nobody would notice that a letter or a sign is missing.
    if (!isWhole) return sentence(422, (await getTranslations("print"))("noPdf"));
    const name = `${member.merchant.slug}-${link.reference ?? link.id}-${paper}`;
    return pdfResponse([page], { title: member.merchant.name, language, logo, name });
  });
}
