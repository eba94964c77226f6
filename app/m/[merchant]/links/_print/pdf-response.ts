import { getTranslations } from "@/lib/i18n/translations";
import { sentence } from "@/lib/web/download";

/**
 * Answers a PDF to download; `name` is the file's name without its extension. Null is one that would lack a letter: on
 * paper nobody would notice.
 */
export async function pdfResponse(pdf: Uint8Array<ArrayBuffer> | null, name: string): Promise<Response> {
  if (pdf === null) return sentence(422, (await getTranslations("print"))("noPdf"));
  return new Response(pdf, {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": `attachment; filename="${name}.pdf"`,
      "cache-control": "no-store",
    },
  });
}
