import { z } from "zod";
import { customerLanguages } from "@/lib/core/customer-language";
import { posterPapers, sheetPapers } from "@/lib/rendering/print/paper";
import { qrUses } from "@/lib/rendering/qr/branded-qr";

export const looks = ["plain", "brand"] as const;
export type Look = (typeof looks)[number];

/** Choices in the address of a print page. One that makes no sense is left to the page to make. */
const choice = <Options extends readonly [string, ...string[]]>(options: Options) =>
  z.enum(options).optional().catch(undefined);

const language = choice(customerLanguages);

export const posterQuery = z.object({ paper: choice(posterPapers), lang: language, look: choice(looks) });
export const sheetQuery = z.object({ paper: choice(sheetPapers), lang: language });
export const codeQuery = z.object({ use: choice(qrUses), look: choice(looks) });

/** In pixels: a PNG's width. The least that the page offers; a long address needs more. */
export const pngWidths = { least: 100, usual: 1024, most: 2048 } as const;

/** The address of a code as a file. A program may ask for it, too: what makes no sense is refused. */
export const fileQuery = z.object({
  use: z.enum(qrUses).default("screen"),
  look: z.enum(looks).default("plain"),
  size: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .pipe(z.number().min(pngWidths.least).max(pngWidths.most))
    .default(pngWidths.usual),
  /** Whether it is to be saved and not shown, for a form, which has no other way to say so. */
  save: z.literal("1").optional(),
});
