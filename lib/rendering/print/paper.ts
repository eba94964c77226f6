/** Paper sizes by their names in the print page's address; upright, in millimetres. */
export const papers = {
  a4: { width: 210, height: 297 },
  a5: { width: 148, height: 210 },
  a6: { width: 105, height: 148 },
  letter: { width: 215.9, height: 279.4 },
} as const;

export type Paper = keyof typeof papers;

export const posterPapers = ["a4", "a5", "a6", "letter"] as const satisfies Paper[];
export const sheetPapers = ["a4", "letter"] as const satisfies Paper[];

/** Regions where offices print on US letter paper; everywhere else it is A4. */
const letterRegions = new Set([
  "US",
  "CA",
  "MX",
  "CR",
  "CO",
  "CL",
  "CU",
  "DO",
  "GT",
  "HN",
  "NI",
  "PA",
  "PR",
  "SV",
  "VE",
  "PH",
]);

export function getUsualPaper(region: string | null): "a4" | "letter" {
  return region !== null && letterRegions.has(region) ? "letter" : "a4";
}
