import { format } from "node:util";
import { printable } from "@/lib/core/printable";

/** An error with its stack is several lines; in each, a terminal finds nothing to obey. */
export function printableLines(...values: unknown[]): string {
  return format(...values)
    .split("\n")
    .map(printable)
    .join("\n");
}

/** Other people's texts can be in what packages print, as in an error about an address that somebody has sent. */
export function guardConsole(): void {
  for (const level of ["log", "info", "warn", "error"] as const) {
    const print = console[level].bind(console);
    console[level] = (...values: unknown[]) => print("%s", printableLines(...values));
  }
}
