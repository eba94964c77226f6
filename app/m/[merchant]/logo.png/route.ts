import { findMerchantLogo, findMerchantLogoIcon } from "@/lib/domain/merchants/find-logo";
import { download, noFile } from "@/lib/web/download";

type Context = RouteContext<"/m/[merchant]/logo.png">;

/** The logo, for members. An address with a version (`?v=`) changes with the logo, so browsers may cache it. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const who = { slug: (await params).merchant, permission: "links:read" } as const;
  return download(request, who, async ({ merchantId }) => {
    const { searchParams } = new URL(request.url);
    const logo = await (searchParams.has("icon")
      ? findMerchantLogoIcon(merchantId)
      : findMerchantLogo(merchantId));
    if (!logo) return noFile("not_found");
    const isKept = searchParams.get("v") === logo.version;
    return new Response(new Blob([logo.png]), {
      headers: {
        "content-type": "image/png",
        "cache-control": isKept ? "private, max-age=31536000, immutable" : "private, no-cache",
      },
    });
  });
}
