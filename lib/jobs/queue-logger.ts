import { Logger } from "graphile-worker";
import { log } from "@/lib/platform/log";

const levels = { error: "error", warning: "warn", info: "debug", debug: "trace" } as const;

/** Writes the queue's messages to our own log. Its routine messages are shown for debugging only. */
export function queueLogger(): Logger {
  return new Logger(() => (level, message) => {
    log()[levels[level]]({ code: "queue", reason: message });
  });
}
