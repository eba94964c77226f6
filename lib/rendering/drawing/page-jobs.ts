import { LRUCache } from "lru-cache";
import type { Mode } from "@/lib/core/mode";
import { type CodeRequest, getCode } from "@/lib/rendering/drawing/code-jobs";
import { pagesPdf } from "@/lib/rendering/print/page-pdf";
import { type PageSvg, pageSvg } from "@/lib/rendering/print/page-svg";
import type { Paper, sheetPapers } from "@/lib/rendering/print/paper";
import { posterPage } from "@/lib/rendering/print/poster";
import type { PosterContent } from "@/lib/rendering/print/poster-content";
import { type SheetLink, sheetPages } from "@/lib/rendering/print/sheet";
import { hasLettersFor } from "@/lib/rendering/print/typefaces";
import { type BrandedQr, plainQr } from "@/lib/rendering/qr/branded-qr";
import type { QrLogo } from "@/lib/rendering/qr/logo-plate";
import type { QrPicture } from "@/lib/rendering/qr/qr-picture";

/** A poster to draw. `logo` is the one at its head. */
export type PosterRequest = Omit<PosterContent, "code" | "logo"> & {
  paper: Paper;
  logo: QrLogo | null;
  code: CodeRequest;
};

/** Sheets of links to draw, each link with the address that its code holds. */
export type SheetsRequest = {
  paper: (typeof sheetPapers)[number];
  name: string;
  codeName: string;
  links: (Omit<SheetLink, "code"> & { url: string })[];
};

type AboutPdf = { title: string; language: string };
export type PosterPdfRequest = AboutPdf & { poster: PosterRequest };
export type SheetsPdfRequest = AboutPdf & { sheets: SheetsRequest };

/** `isWhole` says whether a PDF can show every letter. `logoHref` is the address of the logo for a browser. */
export async function drawPoster({
  poster,
  logoHref,
}: {
  poster: PosterRequest;
  logoHref: string | null;
}): Promise<{ page: PageSvg; refused: BrandedQr["refused"]; isWhole: boolean }> {
  const { page, refused } = await layOutPoster(poster);
  return { page: pageSvg(page, { codesAs: "paths", logoHref }), refused, isWhole: hasPosterLetters(poster) };
}

/** Null when a letter would be missing: on paper nobody would notice it. */
export async function drawPosterPdf({
  poster,
  ...about
}: PosterPdfRequest): Promise<Uint8Array<ArrayBuffer> | null> {
  if (!hasPosterLetters(poster)) return null;
  const { page } = await layOutPoster(poster);
  return pagesPdf([page], { ...about, logo: poster.logo });
}

/** The codes on sheets are plain, because they are small. */
export async function drawSheets(request: SheetsRequest): Promise<{ pages: PageSvg[]; isWhole: boolean }> {
  return {
    pages: layOutSheets(request).map((page) => pageSvg(page, { codesAs: "pictures", logoHref: null })),
    isWhole: hasSheetLetters(request),
  };
}

/** Null when a letter would be missing. */
export async function drawSheetsPdf({
  sheets,
  ...about
}: SheetsPdfRequest): Promise<Uint8Array<ArrayBuffer> | null> {
  if (!hasSheetLetters(sheets)) return null;
  return pagesPdf(layOutSheets(sheets), { ...about, logo: null });
}

async function layOutPoster({ paper, code: request, ...content }: PosterRequest) {
  const { picture, refused } = await getCode(request);
  return { page: posterPage(paper, { ...content, code: picture }), refused };
}

function hasPosterLetters({ merchant, description }: PosterRequest): boolean {
  return hasLettersFor(merchant.name + (description ?? ""));
}

function layOutSheets({ paper, links, ...about }: SheetsRequest) {
  const withCodes = links.map(({ url, ...link }) => ({ ...link, code: getSheetCode(url, link.mode) }));
  return sheetPages(paper, { ...about, links: withCodes });
}

/** The codes that were on sheets last: with another paper, language or choice of links they are the same. */
const sheetCodes = new LRUCache<string, QrPicture>({ max: 400 });

function getSheetCode(text: string, mode: Mode): QrPicture {
  const key = `${mode} ${text}`;
  const known = sheetCodes.get(key);
  if (known) return known;
  const code = plainQr({ text, mode, use: "print" });
  sheetCodes.set(key, code);
  return code;
}

function hasSheetLetters({ name, links }: SheetsRequest): boolean {
  return [name, ...links.map(({ description }) => description ?? "")].every(hasLettersFor);
}
