import type { PrintedPage } from "@/lib/rendering/print/drawn";
import { pagesPdf } from "@/lib/rendering/print/page-pdf";
import type { QrLogo } from "@/lib/rendering/qr/logo-plate";

/** Answers pages as a PDF to download; `name` is the file's name without its extension. */
export async function pdfResponse(
  pages: PrintedPage[],
  { name, ...about }: { title: string; language: string; logo: QrLogo | null; name: string },
): Promise<Response> {
  return new Response(await pagesPdf(pages, about), {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": `attachment; filename="${name}.pdf"`,
      "cache-control": "no-store",
    },
  });
}
