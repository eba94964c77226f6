import { format } from "node:util";
import { printable } from "@/lib/core/printable";

/** An error with its stack is several lines; in each, a terminal finds nothing to obey. */
export function printableLines(...values: unknown[]): string {
  return format(...values)
    .split("\n")
    .map(printable)
    .join("\n");
}
