import type { Drawn, PrintedPage } from "@/lib/rendering/print/drawn";
import type { Plate } from "@/lib/rendering/qr/logo-plate";
import type { QrPicture } from "@/lib/rendering/qr/qr-picture";
import { qrPng } from "@/lib/rendering/qr/qr-png";
import { type QrPaths, qrPaths, toPath } from "@/lib/rendering/qr/qr-svg";

/** A code in the place that it has on its page, as paths. `logo` is where the logo goes in it, in the code's own units. */
type CodeView = {
  kind: "code";
  x: number;
  y: number;
  width: number;
  height: number;
  name: string;
} & QrPaths & {
    logo: Plate["logo"] | null;
  };

/** A code as a small picture within the page itself. */
type PictureView = {
  kind: "picture";
  x: number;
  y: number;
  width: number;
  height: number;
  name: string;
  href: string;
};

/** One thing on a page, as an SVG shows it. */
export type DrawnView =
  | Exclude<Drawn, { kind: "code" | "shapes" }>
  | CodeView
  | PictureView
  | { kind: "path"; d: string; color: string };

export type PageView = { width: number; height: number; drawn: DrawnView[] };

/** How a page shows its codes: as paths, or as pictures, which take an eighth of the bytes where there are many. */
type CodesAs = "paths" | "pictures";

/** A page for the screen: its shapes as the text of paths, which is many times shorter than their points. */
export function toPageView({ width, height, drawn }: PrintedPage, codesAs: CodesAs): PageView {
  const views: DrawnView[] = [];
  for (const one of drawn) {
    const view = toView(one, codesAs);
    const last = views.at(-1);
    // What follows in the same color is one path.
    if (view.kind === "path" && last?.kind === "path" && last.color === view.color) last.d += view.d;
    else views.push(view);
  }
  return { width, height, drawn: views };
}

function toView(drawn: Drawn, codesAs: CodesAs): DrawnView {
  if (drawn.kind === "shapes")
    return { kind: "path", color: drawn.color, d: drawn.shapes.map(toPath).join("") };
  if (drawn.kind !== "code") return drawn;
  const { x, y, width, picture, name, kind } = drawn;
  const height = (width * picture.height) / picture.width;
  if (codesAs === "pictures") return { kind: "picture", x, y, width, height, name, href: toDataUrl(picture) };
  return { kind, x, y, width, height, name, ...qrPaths(picture), logo: picture.plate?.logo ?? null };
}

/** Two pixels a module, for the slanted stripes around a test code. Whoever shows it may not smooth it. */
function toDataUrl(picture: QrPicture): string {
  return `data:image/png;base64,${Buffer.from(qrPng(picture, { modulePixels: 2 })).toString("base64")}`;
}
