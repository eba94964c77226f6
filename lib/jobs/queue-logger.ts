import { Logger } from "graphile-worker";
import { log } from "@/lib/platform/log";

const levels = { error: "error", warning: "warn", info: "debug", debug: "trace" } as const;

/** What the queue says about itself, in our own log; its everyday news is for debugging only. */
export function queueLogger(): Logger {
  return new Logger(() => (level, message) => {
    log()[levels[level]]({ code: "queue", reason: message });
  });
}
