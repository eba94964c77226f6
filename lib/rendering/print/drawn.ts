import type { QrPicture } from "@/lib/rendering/qr/qr-picture";
import type { Shape } from "@/lib/rendering/qr/shapes";

/** Letters are drawn in the product's typeface; an address in one where no two letters look alike. */
export type Face = "normal" | "bold" | "mono";

/** One thing on a printed page. Lengths in millimetres from the top left corner; colors as `#rrggbb`. */
export type Drawn =
  | {
      kind: "text";
      text: string;
      /** Where the line starts, or its middle or end, as `anchor` says; `y` is what the letters stand on. */
      x: number;
      y: number;
      anchor: "start" | "middle" | "end";
      /** The height of the type. */
      size: number;
      face: Face;
      color: string;
    }
  | { kind: "shapes"; shapes: Shape[]; color: string }
  | { kind: "disc"; x: number; y: number; radius: number; color: string }
  | {
      kind: "box";
      x: number;
      y: number;
      width: number;
      height: number;
      radius: number;
      line: number;
      color: string;
    }
  /** The merchant's logo, filling its box. */
  | { kind: "logo"; x: number; y: number; width: number; height: number }
  /** A QR code as wide as `width`; `name` is what a screen reader says. */
  | { kind: "code"; x: number; y: number; width: number; picture: QrPicture; name: string };

/** The same for paper and screen: the page shows it as SVG, the file holds it as PDF. Sizes in millimetres. */
export type PrintedPage = { width: number; height: number; drawn: Drawn[] };
