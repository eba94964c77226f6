import { pdfResponse } from "@/app/m/[merchant]/links/_print/pdf-response";
import { getPoster } from "@/app/m/[merchant]/links/[linkId]/_print/get-poster";
import { linkToPrint } from "@/app/m/[merchant]/links/[linkId]/_print/printable-link";

type Context = RouteContext<"/m/[merchant]/links/[linkId]/poster.pdf">;

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { member, printable } = await linkToPrint(params);
  if (!printable) return new Response(null, { status: 404 });
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const { page, language, logo, paper } = await getPoster(member, printable, query);
  const name = `${member.merchant.slug}-${printable.reference ?? printable.id}-${paper}`;
  return pdfResponse([page], { title: member.merchant.name, language, logo, name });
}
