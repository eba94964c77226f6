import { getSheets } from "@/app/m/[merchant]/links/_print/get-sheets";
import { pdfResponse } from "@/app/m/[merchant]/links/_print/pdf-response";
import { requireMember } from "@/lib/web/require-member";

type Context = RouteContext<"/m/[merchant]/links/sheet.pdf">;

/** The history as it is filtered in the address, as sheets of codes. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const member = await requireMember((await params).merchant, "links:print");
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const { pages, language, paper } = await getSheets(member, query);
  if (pages.length === 0) return new Response(null, { status: 404 });
  const { name: title, slug } = member.merchant;
  return pdfResponse(pages, { title, language, logo: null, name: `${slug}-codes-${paper}` });
}
