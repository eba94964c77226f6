import { getTranslations } from "next-intl/server";
import { getQuery } from "@/lib/core/filters";
import { fileQuery, pngWidths } from "@/lib/rendering/print/print-query";
import type { BrandedQr } from "@/lib/rendering/qr/branded-qr";
import { sentence } from "@/lib/web/download";
import { downloadLink } from "./download-link";
import { getCode } from "./get-code";

type File = { extension: "svg" | "png"; type: string };
type Body = string | Uint8Array | null;
/** Null when the size is too small for the code. */
type Draw = (code: BrandedQr, how: { title: string; size: number }) => Body | Promise<Body>;

/** A link's QR code as a file. A link that cannot be paid has none. */
export function qrFile(
  request: Request,
  params: Promise<{ merchant: string; linkId: string }>,
  { extension, type }: File,
  draw: Draw,
): Promise<Response> {
  return downloadLink(request, params, async (member, link) => {
    const t = await getTranslations("print");
    const query = fileQuery.safeParse(getQuery(request.url));
    if (!query.success) return sentence(400, t("badFile", bounds(pngWidths.least)));
    const { size, save } = query.data;
    const code = await getCode(member, link, query.data);
    const body = await draw(code, { title: link.url, size });
    if (body === null) return sentence(400, t("tooSmall", bounds(leastWidth(code))));
    return new Response(typeof body === "string" ? body : new Blob([new Uint8Array(body)]), {
      headers: {
        "content-type": type,
        "content-disposition": `${save ? "attachment" : "inline"}; filename="${link.id}.${extension}"`,
        "cache-control": query.data.look === "plain" ? "private, max-age=3600" : "private, no-cache",
      },
    });
  });
}

/** The limits as plain digits, which is also how the address has them. */
function bounds(least: number): { least: string; most: string } {
  return { least: String(least), most: String(pngWidths.most) };
}

/** Two pixels a module: with one, hardly any camera reads the code from a screen. */
export function leastWidth({ picture }: BrandedQr): number {
  return Math.max(pngWidths.least, picture.width * 2);
}
