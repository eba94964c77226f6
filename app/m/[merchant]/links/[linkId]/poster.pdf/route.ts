import { pdfResponse } from "@/app/m/[merchant]/links/_print/pdf-response";
import { downloadLink } from "@/app/m/[merchant]/links/[linkId]/_print/download-link";
import { getPoster } from "@/app/m/[merchant]/links/[linkId]/_print/get-poster";
import { getQuery } from "@/lib/core/filters";

type Context = RouteContext<"/m/[merchant]/links/[linkId]/poster.pdf">;

export function GET(request: Request, { params }: Context): Promise<Response> {
  return downloadLink(request, params, async (member, link) => {
    const { page, language, logo, paper } = await getPoster(member, link, getQuery(request.url));
    const name = `${member.merchant.slug}-${link.reference ?? link.id}-${paper}`;
    return pdfResponse([page], { title: member.merchant.name, language, logo, name });
  });
}
