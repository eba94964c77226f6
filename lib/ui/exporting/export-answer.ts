import type { ExportRun } from "@/lib/domain/payment-links/export-runs/schema";

/** How an export goes on, in numbers and in words; `missing` when it has not begun. */
export type ExportAnswer = {
  state: ExportRun["state"] | "missing";
  written: number;
  total: number | null;
  sentence: string;
  labels: Record<"title" | "cancel" | "again" | "close", string>;
};
