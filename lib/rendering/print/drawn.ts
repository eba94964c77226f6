import type { QrPicture } from "@/lib/rendering/qr/qr-picture";
import type { Shape } from "@/lib/rendering/qr/shapes";

/** Text is in the product's typeface. Addresses are in one whose letters cannot be mistaken for each other. */
export type Face = "normal" | "bold" | "mono";

/** One thing on a printed page. Lengths in millimetres from the top left corner; colors as `#rrggbb`. */
export type Drawn =
  | {
      kind: "text";
      text: string;
      /** Where the line starts, has its middle or ends, as `anchor` says; `y` is its baseline. */
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

/** A page for paper and screen alike: shown as SVG, and written as PDF. Sizes in millimetres. */
export type PrintedPage = { width: number; height: number; drawn: Drawn[] };
