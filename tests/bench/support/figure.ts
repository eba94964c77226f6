import { appendFileSync } from "node:fs";
import path from "node:path";

/** One thing that a benchmark found. */
export type Figure = {
  /** As in "history, first page, p95". */
  what: string;
  value: number;
  /** "ms", "s", "kB", "per s"; nothing for a count. */
  unit?: string;
  /** The same done with the least that could do it, in this same run: plain SQL, an empty page. */
  floor?: number;
  /** The value over its floor. Said by itself where what is compared has two units, as a rate and a time. */
  ratio?: number;
  /** Whether it is as good as it has to be; nothing where no goal was set. */
  isMet?: boolean;
};

const bench = path.basename(process.argv[1] ?? "", ".ts");

/** Prints the figure, hands it to `npm run bench`, and makes the exit code 1 where a goal was missed. */
export function figure(found: Figure): void {
  const ratio = found.ratio ?? (found.floor === undefined ? undefined : found.value / found.floor);
  const printed = { ...found, ...(ratio !== undefined && { ratio }) };
  console.log(line(printed));
  if (found.isMet === false) process.exitCode = 1;
  const file = process.env.BENCH_FIGURES;
  if (file) appendFileSync(file, `${JSON.stringify({ bench, ...printed })}\n`);
}

function line({ what, value, unit, floor, ratio, isMet }: Figure): string {
  const measure = (number: number) => `${rounded(number)}${unit ? ` ${unit}` : ""}`;
  const against = ratio === undefined ? "" : `, ratio ${ratio.toFixed(2)}`;
  const least = floor === undefined ? "" : ` to a floor of ${measure(floor)}`;
  const mark = isMet === undefined ? "" : isMet ? ": PASS" : ": FAIL";
  return `${what}: ${measure(value)}${against}${least}${mark}`;
}

/** Three digits that count, or all of them before the point. */
function rounded(number: number): string {
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(number) || 1)));
  return number.toLocaleString("en", { maximumFractionDigits: Number.isInteger(number) ? 0 : digits });
}
