import { drawCodeFile, findCodeFacts } from "@/lib/rendering/drawing/code-jobs";
import { drawPoster, drawPosterPdf, drawSheets, drawSheetsPdf } from "@/lib/rendering/drawing/page-jobs";
import { drawLinkPreview } from "@/lib/rendering/drawing/preview-job";
import { logoPicture } from "@/lib/rendering/logo-picture";
import { readTable } from "@/lib/spreadsheets/read-table";

/** What the drawing process can be asked for. Arguments and results are copied from process to process. */
export const jobs = {
  codeFacts: findCodeFacts,
  codeFile: drawCodeFile,
  poster: drawPoster,
  posterPdf: drawPosterPdf,
  sheets: drawSheets,
  sheetsPdf: drawSheetsPdf,
  linkPreview: drawLinkPreview,
  logo: logoPicture,
  /** Not a drawing, but a file that anybody may have sent, like a logo. */
  table: readTable,
};

export type JobName = keyof typeof jobs;
export type About<Job extends JobName> = Parameters<(typeof jobs)[Job]>[0];
export type Result<Job extends JobName> = Awaited<ReturnType<(typeof jobs)[Job]>>;
