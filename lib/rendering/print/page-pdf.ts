import PDFDocument from "pdfkit";
import type { Drawn, PrintedPage } from "@/lib/rendering/print/drawn";
import { type Run, toRuns } from "@/lib/rendering/print/typefaces";
import type { QrLogo } from "@/lib/rendering/qr/logo-plate";
import type { Shape } from "@/lib/rendering/qr/shapes";

type Pdf = InstanceType<typeof PDFDocument>;

const pointsPerMillimetre = 72 / 25.4;

/** The pages as a PDF of vectors and embedded typefaces, so that it is sharp at any size. */
export async function pagesPdf(
  pages: PrintedPage[],
  { title, language, logo }: { title: string; language: string; logo: QrLogo | null },
): Promise<Uint8Array<ArrayBuffer>> {
  // An empty font: the default one is not embedded, and is never used.
  const pdf = new PDFDocument({ autoFirstPage: false, lang: language, info: { Title: title }, font: "" });
  const chunks: Buffer[] = [];
  pdf.on("data", (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => pdf.on("end", resolve).on("error", reject));
  for (const { width, height, drawn } of pages) {
    const size: [number, number] = [width * pointsPerMillimetre, height * pointsPerMillimetre];
    pdf.addPage({ size, margin: 0 });
    pdf.scale(pointsPerMillimetre);
    for (const one of drawn) draw(pdf, one, logo);
  }
  pdf.end();
  await ended;
  return new Uint8Array(Buffer.concat(chunks));
}

function draw(pdf: Pdf, drawn: Drawn, logo: QrLogo | null): void {
  if (drawn.kind === "text") drawText(pdf, drawn);
  else if (drawn.kind === "shapes") fillShapes(pdf, drawn.shapes, drawn.color);
  else if (drawn.kind === "disc") pdf.circle(drawn.x, drawn.y, drawn.radius).fill(drawn.color);
  else if (drawn.kind === "box") drawBox(pdf, drawn);
  else if (drawn.kind === "logo") drawLogo(pdf, drawn, logo);
  else drawCode(pdf, drawn, logo);
}

function drawBox(pdf: Pdf, { x, y, width, height, radius, line, color }: Drawn & { kind: "box" }): void {
  pdf.roundedRect(x, y, width, height, radius).lineWidth(line).stroke(color);
}

function drawText(pdf: Pdf, { text, x, y, anchor, size, face, color }: Drawn & { kind: "text" }): void {
  const runs = toRuns(text, face).map((run) => ({ ...run, width: getWidth(pdf, run, size) }));
  const width = runs.reduce((sum, run) => sum + run.width, 0);
  let left = x - { start: 0, middle: width / 2, end: width }[anchor];
  for (const run of runs) {
    if (run.typeface) {
      pdf.font(run.typeface.file).fontSize(size).fillColor(color);
      pdf.text(run.text, left, y, { lineBreak: false, baseline: "alphabetic" });
    }
    left += run.width;
  }
}

/** A letter that no typeface has takes no space; the page says that it is missing. */
function getWidth(pdf: Pdf, { text, typeface }: Run, size: number): number {
  return typeface ? pdf.font(typeface.file).fontSize(size).widthOfString(text) : 0;
}

function fillShapes(pdf: Pdf, shapes: Shape[], color: string): void {
  for (const [start, ...rest] of shapes) {
    if (start === undefined) continue;
    pdf.moveTo(...start);
    for (const point of rest) pdf.lineTo(...point);
    pdf.closePath();
  }
  if (shapes.length > 0) pdf.fill(color);
}

type Box = { x: number; y: number; width: number; height: number };

function drawLogo(pdf: Pdf, { x, y, width, height }: Box, logo: QrLogo | null): void {
  // The library embeds a picture once if it is given as the same text each time.
  const source = logo && `data:image/png;base64,${Buffer.from(logo.png).toString("base64")}`;
  if (source) pdf.image(source, x, y, { width, height });
}

function drawCode(pdf: Pdf, { x, y, width, picture }: Drawn & { kind: "code" }, logo: QrLogo | null): void {
  pdf
    .save()
    .translate(x, y)
    .scale(width / picture.width);
  for (const { shapes, color } of picture.layers) fillShapes(pdf, shapes, color);
  if (picture.plate) drawLogo(pdf, picture.plate.logo, logo);
  pdf.restore();
}
