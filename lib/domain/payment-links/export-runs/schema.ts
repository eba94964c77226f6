/** How an export goes on: how many links or other lines are written, of how many; null until they are counted. */
export type ExportRun = {
  state: "running" | "done" | "broken" | "cancelled";
  written: number;
  total: number | null;
};

/** Breaks the file of a cancelled export off, so that a browser does not take it for a whole one. */
export class CancelledExport extends Error {
  override name = "CancelledExport";
}

/** By its name: each bundle of the build has a class of its own. */
export function isCancelledExport(error: unknown): boolean {
  return error instanceof Error && error.name === "CancelledExport";
}
