import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import { contrast, parseColor, type Rgb } from "@/lib/core/color";
import type { Mode } from "@/lib/core/mode";
import { isScannable } from "@/lib/rendering/qr/is-scannable";
import type { QrLogo } from "@/lib/rendering/qr/logo-plate";
import {
  type ErrorCorrection,
  type QrLook,
  type QrPicture,
  qrColors,
  qrPicture,
} from "@/lib/rendering/qr/qr-picture";

/**
 * Where a code will be scanned from. On paper it may get dirty or torn, so it needs more error correction; on a screen,
 * fewer and larger modules are scanned sooner.
 */
export const qrUses = ["screen", "print"] as const;
export type QrUse = (typeof qrUses)[number];

const correctionFor = { screen: "medium", print: "quartile" } as const satisfies Record<
  QrUse,
  ErrorCorrection
>;

/** A merchant's color as `#rrggbb`, and its logo. */
export type Brand = { color: string; logo: QrLogo | null };

/**
 * A code to show. `refused` lists the parts of the brand that were left out because the code could not be read with
 * them.
 */
export type BrandedQr = { picture: QrPicture; logo: QrLogo | null; refused: ("color" | "logo")[] };

/**
 * The lowest contrast with white that a code's color may have. ISO/IEC 15415 gives the best grade from 3 on. But of 600
 * random codes in colors between 3 and 4.5 a weak reader missed five, and above 4.5 none.
 */
const leastContrast = 4.5;
const white: Rgb = [255, 255, 255];

type Request = { text: string; mode: Mode; use: QrUse };
type Candidate = { ink: string; logo: QrLogo | null };

/**
 * A code in the merchant's color with its logo, or with as much of that as a reader can still read; plain black in the
 * last resort. Only codes that a reader has read are returned.
 */
export async function brandedQr({ brand, ...request }: Request & { brand: Brand }): Promise<BrandedQr> {
  const { logo } = brand;
  const hasColor = contrast(parseColor(brand.color), white) >= leastContrast;
  const inks = hasColor ? [brand.color, qrColors.ink] : [qrColors.ink];
  const logos = logo ? [logo, null] : [null];
  // A logo identifies a business better than its color, so that the color is given up first.
  for (const candidate of logos.flatMap((logo) => inks.map((ink): Candidate => ({ ink, logo })))) {
    if (candidate.ink === qrColors.ink && candidate.logo === null) break;
    const picture = await offered(request, candidate);
    if (picture) return { picture, logo: candidate.logo, refused: getRefused(brand, candidate) };
  }
  const refused = getRefused(brand, { ink: qrColors.ink, logo: null });
  return { picture: plainQr(request), logo: null, refused };
}

/** A plain code, black on white. */
export function plainQr({ text, mode, use }: Request): QrPicture {
  return qrPicture({ text, mode, errorCorrection: correctionFor[use] });
}

function getRefused(brand: Brand, { ink, logo }: Candidate): BrandedQr["refused"] {
  const lacksColor = ink !== brand.color;
  const lacksLogo = brand.logo !== null && logo === null;
  return [...(lacksColor ? (["color"] as const) : []), ...(lacksLogo ? (["logo"] as const) : [])];
}

/** The picture of a candidate if a reader can read it, otherwise null. */
async function offered(request: Request, candidate: Candidate): Promise<QrPicture | null> {
  const picture = drawn(request, candidate);
  if (picture === null) return null;
  const context = { picture, text: request.text, logo: candidate.logo };
  return (await scannable.forceFetch(toCacheKey(request, candidate), { context })) ? picture : null;
}

function drawn({ text, mode, use }: Request, { ink, logo }: Candidate): QrPicture | null {
  const look: QrLook = { ink, logo };
  if (!logo) return qrPicture({ text, mode, errorCorrection: correctionFor[use], look });
  const bytes = new TextEncoder().encode(text).length;
  const errorCorrection = mostUnderLogo.find(({ most }) => bytes <= most)?.errorCorrection;
  if (errorCorrection === undefined) return null;
  const picture = qrPicture({ text, mode, errorCorrection, look });
  return picture.plate && picture;
}

/**
 * The most bytes that a code with a logo may hold, by its error correction. These are codes up to version 6. Larger
 * ones have an alignment pattern in their middle, and some readers fail without it.
 */
const mostUnderLogo = [
  { errorCorrection: "high", most: 58 },
  { errorCorrection: "quartile", most: 74 },
] as const satisfies { errorCorrection: ErrorCorrection; most: number }[];

/**
 * Whether codes that were tried could be read: pages ask for the same code again and again. Nothing is stored when a
 * reader fails.
 */
const scannable = new LRUCache<string, boolean, { picture: QrPicture; text: string; logo: QrLogo | null }>({
  max: 2_000,
  fetchMethod: (_key, _stale, { context: { picture, text, logo } }) => isScannable(picture, text, logo),
});

function toCacheKey({ text, mode, use }: Request, { ink, logo }: Candidate): string {
  const what = [text, mode, use, ink, logo?.version];
  return createHash("sha256").update(JSON.stringify(what)).digest("base64");
}
