import { pdfResponse } from "@/app/m/[merchant]/links/_print/pdf-response";
import { choosePoster } from "@/app/m/[merchant]/links/[linkId]/_print/choose-poster";
import { downloadLink } from "@/app/m/[merchant]/links/[linkId]/_print/download-link";
import { getQuery } from "@/lib/core/filters";
import { draw } from "@/lib/rendering/drawing/draw";

type Context = RouteContext<"/m/[merchant]/links/[linkId]/poster.pdf">;

export function GET(request: Request, { params }: Context): Promise<Response> {
  return downloadLink(request, params, async (member, link) => {
    const chosen = await choosePoster(member, link, getQuery(request.url));
    const about = { poster: chosen.request, title: member.merchant.name, language: chosen.language };
    const pdf = await draw("posterPdf", about, { personId: member.person.id, signal: request.signal });
    return pdfResponse(pdf, `${member.merchant.slug}-${link.reference ?? link.id}-${chosen.paper}`);
  });
}
