import { notFound } from "next/navigation";
import { findMerchantLogo, findMerchantLogoIcon } from "@/lib/domain/merchants/find-logo";
import { requireMember } from "@/lib/web/require-member";

type Context = RouteContext<"/m/[merchant]/logo.png">;

/** The logo, for members. An address that names the version (`?v=`) is another one when the logo changes, and is kept. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { merchantId } = await requireMember((await params).merchant, "links:read");
  const { searchParams } = new URL(request.url);
  const logo = await (searchParams.has("icon")
    ? findMerchantLogoIcon(merchantId)
    : findMerchantLogo(merchantId));
  if (!logo) notFound();
  const isKept = searchParams.get("v") === logo.version;
  return new Response(new Blob([logo.png]), {
    headers: {
      "content-type": "image/png",
      "cache-control": isKept ? "private, max-age=31536000, immutable" : "private, no-cache",
    },
  });
}
