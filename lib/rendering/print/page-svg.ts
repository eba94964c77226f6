import escapeHtml from "escape-html";
import type { Drawn, PrintedPage } from "@/lib/rendering/print/drawn";
import type { QrPicture } from "@/lib/rendering/qr/qr-picture";
import { qrPng } from "@/lib/rendering/qr/qr-png";
import { qrPaths, short, toPaths } from "@/lib/rendering/qr/qr-svg";

/** A page for the screen: its size, and what is in its `<svg>` as text, which no page has to render again. */
export type PageSvg = { width: number; height: number; inner: string };

export type PageSvgOptions = {
  /** How codes are shown: as paths, or as pictures, which take an eighth of the bytes where there are many. */
  codesAs: "paths" | "pictures";
  /** The address of the merchant's logo; without it, its places stay empty. */
  logoHref: string | null;
};

/** Typefaces come from the style sheet of printed pages (print.css), by the class of a text. */
export function pageSvg({ width, height, drawn }: PrintedPage, options: PageSvgOptions): PageSvg {
  const parts: string[] = [];
  for (let at = 0; at < drawn.length; at++) {
    const one = drawn[at];
    if (one?.kind !== "shapes") {
      if (one) parts.push(toSvg(one, options));
      continue;
    }
    // What follows in the same color is one path.
    let d = "";
    for (let same = drawn[at]; same?.kind === "shapes" && same.color === one.color; same = drawn[++at])
      d += toPaths(same.shapes);
    at -= 1;
    parts.push(`<path fill="${escapeHtml(one.color)}" d="${d}"/>`);
  }
  return { width, height, inner: parts.join("") };
}

function toSvg(one: Exclude<Drawn, { kind: "shapes" }>, { codesAs, logoHref }: PageSvgOptions): string {
  switch (one.kind) {
    case "text":
      return line(one);
    case "disc":
      return `<circle cx="${short(one.x)}" cy="${short(one.y)}" r="${short(one.radius)}" fill="${escapeHtml(one.color)}"/>`;
    case "box":
      return `<rect ${place(one)} rx="${short(one.radius)}" fill="none" stroke="${escapeHtml(one.color)}" stroke-width="${one.line}"/>`;
    case "logo":
      return logoHref ? logo(logoHref, one) : "";
    case "code":
      return codesAs === "pictures" ? codePicture(one) : codePaths(one, logoHref);
  }
}

function line({ text, x, y, anchor, size, face, color }: Drawn & { kind: "text" }): string {
  // The block of a text written right to left is at the same place, so its anchor is its end.
  const isLeftward = /^\P{L}*[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(text);
  const turned = { start: "end", middle: "middle", end: "start" } as const;
  const side = isLeftward ? turned[anchor] : anchor;
  return (
    `<text x="${short(x)}" y="${short(y)}" font-size="${short(size)}" fill="${escapeHtml(color)}" class="${face}"` +
    `${side === "start" ? "" : ` text-anchor="${side}"`}${isLeftward ? ' direction="rtl"' : ""}>` +
    `${escapeHtml(text)}</text>`
  );
}

function codePaths(code: Drawn & { kind: "code" }, logoHref: string | null): string {
  const { viewBox, paths } = qrPaths(code.picture);
  const drawn = paths.map(({ fill, d }) => `<path fill="${fill}" d="${d}"/>`).join("");
  const plate = code.picture.plate;
  return (
    `<svg role="img" aria-label="${escapeHtml(code.name)}" ${place(withHeight(code))} viewBox="${viewBox}" ` +
    `shape-rendering="crispEdges">${drawn}${plate && logoHref ? logo(logoHref, plate.logo) : ""}</svg>`
  );
}

function codePicture(code: Drawn & { kind: "code" }): string {
  const href = toDataUrl(code.picture);
  return `<image role="img" aria-label="${escapeHtml(code.name)}" ${place(withHeight(code))} href="${href}"/>`;
}

/** As long as a code is kept, so is its picture. */
const dataUrls = new WeakMap<QrPicture, string>();

/** Two pixels a module, for the slanted stripes around a test code. It is not smoothed, as print.css says. */
function toDataUrl(picture: QrPicture): string {
  const known = dataUrls.get(picture);
  if (known) return known;
  const png = Buffer.from(qrPng(picture, { modulePixels: 2 })).toString("base64");
  const dataUrl = `data:image/png;base64,${png}`;
  dataUrls.set(picture, dataUrl);
  return dataUrl;
}

function withHeight({ x, y, width, picture }: Drawn & { kind: "code" }): Box {
  return { x, y, width, height: (width * picture.height) / picture.width };
}

function logo(href: string, box: Box): string {
  return `<image class="logo" ${place(box)} href="${escapeHtml(href)}"/>`;
}

type Box = { x: number; y: number; width: number; height: number };

function place({ x, y, width, height }: Box): string {
  return `x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}"`;
}
