import sharp from "sharp";
import type { Mode } from "@/lib/core/mode";
import { inkOn } from "@/lib/rendering/print/blocks";
import type { Face } from "@/lib/rendering/print/drawn";
import { fitText, sizesFrom } from "@/lib/rendering/print/fit-text";
import { toRuns } from "@/lib/rendering/print/typefaces";
import type { QrLogo } from "@/lib/rendering/qr/logo-plate";
import { qrColors } from "@/lib/rendering/qr/qr-picture";

/** What a messenger shows of a link. All texts are in the customer's language. */
export type PreviewRequest = {
  merchant: { name: string; color: string };
  logo: QrLogo | null;
  amount: string | null;
  description: string | null;
  mode: Mode;
  /** That nothing is charged; only drawn where that is so. */
  notReal: string;
};

/** As messengers expect it, in pixels. */
const page = { width: 1_200, height: 630 };
const left = 96;
const width = page.width - 2 * left;
const modeHeight = 84;
const logoBox = { width: 320, height: 110 };

/** A picture of a link in the merchant's color: whose it is, how much, and what for. A PNG of few colors, so that it is small. */
export async function drawLinkPreview(request: PreviewRequest): Promise<Uint8Array<ArrayBuffer>> {
  const { merchant, logo, amount, description, mode, notReal } = request;
  const parts: string[] = [];
  let y = 0;
  if (logo) {
    const scale = Math.min(logoBox.width / logo.width, logoBox.height / logo.height);
    const [w, h] = [logo.width * scale, logo.height * scale];
    const data = Buffer.from(logo.png).toString("base64");
    parts.push(
      `<image x="${left}" y="${y}" width="${w}" height="${h}" href="data:image/png;base64,${data}"/>`,
    );
    y += h + 20;
  }
  const lines = [
    { text: merchant.name, face: "bold", sizes: [46, 40, 34], mostLines: 1, color: "#4a453f" },
    { text: amount ?? "", face: "bold", sizes: sizesFrom(130, 44), mostLines: 1, color: "#1f1b17" },
    { text: description ?? "", face: "normal", sizes: [44, 38], mostLines: 2, color: "#4a453f" },
  ] as const;
  for (const { text: written, face, sizes, mostLines, color } of lines) {
    const text = drawable(written, face);
    if (text === "") continue;
    const fitted = fitText(text, { face, width, sizes: [...sizes], mostLines });
    for (const line of fitted.lines) {
      y += fitted.size * 1.15;
      parts.push(drawLine(line, { face, size: fitted.size, x: left, y, color }));
    }
    y += 14;
  }
  const room = page.height - (mode === "live" ? 0 : modeHeight);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${page.width}" height="${page.height}">
    <rect width="100%" height="100%" fill="#fffdf9"/><rect width="28" height="100%" fill="${merchant.color}"/>
    <g transform="translate(0 ${Math.max(40, (room - y) / 2)})">${parts.join("")}</g>
    ${mode === "live" ? "" : drawMode(mode, notReal).join("")}</svg>`;
  const png = await sharp(Buffer.from(svg))
    .png({ palette: true, colors: 64, compressionLevel: 9 })
    .toBuffer();
  return new Uint8Array(png);
}

/** Test and sandbox are marked as everywhere: the word on its color, and that nothing is charged. */
function drawMode(mode: Exclude<Mode, "live">, notReal: string): string[] {
  const y = page.height - modeHeight;
  const color = inkOn(qrColors[mode]);
  const text = fitText(`${mode.toUpperCase()} · ${notReal}`, {
    face: "bold",
    width,
    sizes: [36, 30, 24],
    mostLines: 1,
  });
  return [
    `<rect y="${y}" width="${page.width}" height="${modeHeight}" fill="${qrColors[mode]}"/>`,
    drawLine(text.lines[0] ?? "", { face: "bold", size: text.size, x: left, y: y + 54, color }),
  ];
}

/** What of a text can be drawn: letters that our typefaces lack are left out. */
function drawable(text: string, face: Face): string {
  const runs = toRuns(text, face).filter(({ typeface }) => typeface !== null);
  return runs
    .map((run) => run.text)
    .join("")
    .trim();
}

/** A line as outlines, because the machine that draws may have no typefaces. */
function drawLine(
  text: string,
  { face, size, x, y, color }: { face: Face; size: number; x: number; y: number; color: string },
): string {
  let at = x;
  const glyphs = toRuns(text, face).flatMap(({ text: run, typeface }) => {
    if (!typeface) return [];
    const { font } = typeface;
    const scale = size / font.unitsPerEm;
    return font.layout(run).glyphs.map((glyph) => {
      const place = at;
      at += glyph.advanceWidth * scale;
      return `<path transform="translate(${place.toFixed(2)} ${y.toFixed(2)}) scale(${scale} ${-scale})" d="${glyph.path.toSVG()}"/>`;
    });
  });
  return `<g fill="${color}">${glyphs.join("")}</g>`;
}
