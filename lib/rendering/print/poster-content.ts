import type { Mode } from "@/lib/core/mode";
import type { PrintLabels } from "@/lib/rendering/print/labels";
import type { QrPicture } from "@/lib/rendering/qr/qr-picture";

/** What a poster shows. `amount` is formatted already; null when it is not known. */
export type PosterContent = {
  merchant: { name: string; color: string };
  logo: { width: number; height: number } | null;
  amount: string | null;
  description: string | null;
  reference: string | null;
  url: string;
  mode: Mode;
  code: QrPicture;
  labels: PrintLabels;
};
