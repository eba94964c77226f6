import type { Mode } from "@/lib/core/mode";
import { pngWidths } from "@/lib/rendering/print/png-widths";
import { type Brand, type BrandedQr, brandedQr, plainQr, type QrUse } from "@/lib/rendering/qr/branded-qr";
import { brandedPng } from "@/lib/rendering/qr/qr-png";
import { qrSvg } from "@/lib/rendering/qr/qr-svg";

/** A code to draw; without a brand it is plain. */
export type CodeRequest = { text: string; mode: Mode; use: QrUse; brand: Brand | null };

/** What a page says of a code before it is drawn. Width and height are in modules, `leastWidth` in pixels. */
export type CodeFacts = {
  width: number;
  height: number;
  leastWidth: number;
  refused: BrandedQr["refused"];
};

/** The code in the merchant's brand, or with as much of it as a reader can still read. */
export async function getCode({ brand, ...request }: CodeRequest): Promise<BrandedQr> {
  return brand ? brandedQr({ ...request, brand }) : { picture: plainQr(request), logo: null, refused: [] };
}

export async function findCodeFacts(request: CodeRequest): Promise<CodeFacts> {
  const code = await getCode(request);
  const { width, height } = code.picture;
  return { width, height, leastWidth: leastWidth(code), refused: code.refused };
}

/** A code as a file of `size` pixels; `file` is null when that is too small for it. */
export async function drawCodeFile({
  code: request,
  extension,
  title,
  size,
}: {
  code: CodeRequest;
  extension: "svg" | "png";
  title: string;
  size: number;
}): Promise<{ file: Uint8Array<ArrayBuffer> | string | null; leastWidth: number }> {
  const code = await getCode(request);
  const least = leastWidth(code);
  if (extension === "svg") {
    const file = qrSvg(code.picture, { title, widthPixels: size, logo: code.logo?.png ?? null });
    return { file, leastWidth: least };
  }
  return { file: size < least ? null : await brandedPng(code, { widthPixels: size }), leastWidth: least };
}

/** Two pixels a module: with one, hardly any camera reads the code from a screen. */
function leastWidth({ picture }: BrandedQr): number {
  return Math.max(pngWidths.least, picture.width * 2);
}
