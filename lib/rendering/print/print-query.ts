import * as z from "zod";
import { customerLanguages } from "@/lib/core/customer-language";
import { posterPapers, sheetPapers } from "@/lib/rendering/print/paper";
import { pngWidths } from "@/lib/rendering/print/png-widths";
import { qrUses } from "@/lib/rendering/qr/branded-qr";

export const looks = ["plain", "brand"] as const;
export type Look = (typeof looks)[number];

/** A choice in the address of a print page. Where the value is not one of the options, the page uses its default. */
const choice = <Options extends readonly [string, ...string[]]>(options: Options) =>
  z.enum(options).optional().catch(undefined);

const language = choice(customerLanguages);

export const posterQuery = z.object({ paper: choice(posterPapers), lang: language, look: choice(looks) });
/** Which of the links found are on sheets, when none was picked. */
export const sheetRanges = ["newest", "all"] as const;
export const sheetQuery = z.object({
  paper: choice(sheetPapers),
  lang: language,
  range: choice(sheetRanges),
  /** The ids of links that were picked. */
  link: z
    .union([z.string().transform((id) => [id]), z.array(z.string())])
    .optional()
    .catch(undefined),
});
export const codeQuery = z.object({ use: choice(qrUses), look: choice(looks) });

/** The query of a code's file. Programs may ask for it too, so that wrong values are refused. */
export const fileQuery = z.object({
  use: z.enum(qrUses).default("screen"),
  look: z.enum(looks).default("plain"),
  size: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .pipe(z.number().min(pngWidths.least).max(pngWidths.most))
    .default(pngWidths.usual),
  /** Whether the browser should save the file and not show it. A form has no other way to say so. */
  save: z.literal("1").optional(),
});
