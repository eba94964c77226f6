import { appendFileSync } from "node:fs";
import path from "node:path";

/** One result of a benchmark. */
export type Figure = {
  /** As in "history, first page, p95". */
  what: string;
  value: number;
  /** "ms", "s", "kB", "per s"; absent for a count. */
  unit?: string;
  /** The same done with the least that can do it, measured in the same run: plain SQL, an empty page. */
  floor?: number;
  /** The value divided by its floor. Given separately when the two have different units, such as a rate and a time. */
  ratio?: number;
  /** The least and the greatest ratio of all rounds. */
  spread?: [number, number];
  /** Whether the goal was reached; absent when there is none. */
  isMet?: boolean;
};

const bench = path.basename(process.argv[1] ?? "", ".ts");

/** Prints the figure, passes it on to `npm run bench`, and sets the exit code to 1 when a goal was missed. */
export function figure(found: Figure): void {
  const ratio = found.ratio ?? (found.floor === undefined ? undefined : found.value / found.floor);
  const printed = { ...found, ...(ratio !== undefined && { ratio }) };
  console.log(line(printed));
  if (found.isMet === false) process.exitCode = 1;
  const file = process.env.BENCH_FIGURES;
  if (file) appendFileSync(file, `${JSON.stringify({ bench, ...printed })}\n`);
}

function line({ what, value, unit, floor, ratio, spread, isMet }: Figure): string {
  const measure = (number: number) => `${rounded(number)}${unit ? ` ${unit}` : ""}`;
  const against = ratio === undefined ? "" : `, ratio ${ratio.toFixed(2)}`;
  const range = spread ? ` (${spread.map((end) => end.toFixed(2)).join("–")})` : "";
  const least = floor === undefined ? "" : ` to a floor of ${measure(floor)}`;
  const mark = isMet === undefined ? "" : isMet ? ": PASS" : ": FAIL";
  return `${what}: ${measure(value)}${against}${range}${least}${mark}`;
}

/** Rounded to three significant digits, or to all digits before the decimal point. */
function rounded(number: number): string {
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(number) || 1)));
  return number.toLocaleString("en", { maximumFractionDigits: Number.isInteger(number) ? 0 : digits });
}
