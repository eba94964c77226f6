import { format } from "node:util";
import { log } from "@/lib/platform/log";

/** Makes what packages print, Next among them, lines of the log like ours: without secrets, and counted in an outage. */
export function guardConsole(): void {
  for (const level of ["debug", "info", "warn", "error"] as const) {
    console[level] = (...values: unknown[]) => log()[level]({ code: "console" }, "%s", format(...values));
  }
  console.log = console.info;
}
