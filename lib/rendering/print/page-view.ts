import type { Drawn, PrintedPage } from "@/lib/rendering/print/drawn";
import type { Plate } from "@/lib/rendering/qr/logo-plate";
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

/** One thing on a page, as an SVG shows it. */
export type DrawnView =
  | Exclude<Drawn, { kind: "code" | "shapes" }>
  | CodeView
  | { kind: "path"; d: string; color: string };

export type PageView = { width: number; height: number; drawn: DrawnView[] };

/** A page for the screen: its shapes as the text of paths, which is many times shorter than their points. */
export function toPageView({ width, height, drawn }: PrintedPage): PageView {
  const views: DrawnView[] = [];
  for (const one of drawn) {
    const view = toView(one);
    const last = views.at(-1);
    // What follows in the same color is one path.
    if (view.kind === "path" && last?.kind === "path" && last.color === view.color) last.d += view.d;
    else views.push(view);
  }
  return { width, height, drawn: views };
}

function toView(drawn: Drawn): DrawnView {
  if (drawn.kind === "shapes")
    return { kind: "path", color: drawn.color, d: drawn.shapes.map(toPath).join("") };
  if (drawn.kind !== "code") return drawn;
  const { x, y, width, picture, name, kind } = drawn;
  const height = (width * picture.height) / picture.width;
  return { kind, x, y, width, height, name, ...qrPaths(picture), logo: picture.plate?.logo ?? null };
}
