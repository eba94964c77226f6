import { printable } from "@/lib/core/printable";

/** Prints one line. Names and addresses in it are other people's, and must not steer the operator's terminal. */
export function print(line: string): void {
  console.log("%s", printable(line));
}

/** The same for what is wrong. */
export function printError(line: string): void {
  console.error("%s", printable(line));
}
