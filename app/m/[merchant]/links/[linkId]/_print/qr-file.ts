import { getQuery } from "@/lib/core/filters";
import { getTranslations } from "@/lib/i18n/translations";
import { draw } from "@/lib/rendering/drawing/draw";
import { pngWidths } from "@/lib/rendering/print/png-widths";
import { fileQuery } from "@/lib/rendering/print/print-query";
import { sentence } from "@/lib/web/download";
import { codeRequest } from "./code-request";
import { downloadLink } from "./download-link";

type File = { extension: "svg" | "png"; type: string };

/** A link's QR code as a file. A link that cannot be paid has none. */
export function qrFile(
  request: Request,
  params: Promise<{ merchant: string; linkId: string }>,
  { extension, type }: File,
): Promise<Response> {
  return downloadLink(request, params, async (member, link) => {
    const t = await getTranslations("print");
    const query = fileQuery.safeParse(getQuery(request.url));
    if (!query.success) return sentence(400, t("badFile", bounds(pngWidths.least)));
    const { size, save, look } = query.data;
    const code = await codeRequest(member, link, query.data);
    const asker = { personId: member.person.id, signal: request.signal };
    const { file, leastWidth } = await draw(
      "codeFile",
      { code, extension, title: link.address, size },
      asker,
    );
    if (file === null) return sentence(400, t("tooSmall", bounds(leastWidth)));
    return new Response(file, {
      headers: {
        "content-type": type,
        "content-disposition": `${save ? "attachment" : "inline"}; filename="${link.id}.${extension}"`,
        "cache-control": look === "plain" ? "private, max-age=3600" : "private, no-cache",
      },
    });
  });
}

/** The limits as plain digits, which is also how the address has them. */
function bounds(least: number): { least: string; most: string } {
  return { least: String(least), most: String(pngWidths.most) };
}
