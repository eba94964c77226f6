import type { GatewayFailureCode } from "@/lib/gateway/failures";
import { log } from "@/lib/platform/log";
import { processWide } from "@/lib/platform/process-wide";

/** Failures that say that upstream as a whole does not work; all others are answers. */
const downCodes: ReadonlySet<GatewayFailureCode> = new Set([
  "unreachable",
  "timeout",
  "connection_lost",
  "server_error",
]);

const outages = processWide("upstream-outages", () => new Map<string, { since: number; failures: number }>());

/** Logs once that a host of upstream has stopped to work, and once that it works again, with how many calls failed. */
export function noteUpstream(host: string, failure: GatewayFailureCode | null): void {
  const outage = outages.get(host);
  if (failure !== null && downCodes.has(failure)) {
    if (outage) outage.failures += 1;
    else {
      outages.set(host, { since: Date.now(), failures: 1 });
      log().warn({ code: "upstream_down", host, failure });
    }
  } else if (outage) {
    outages.delete(host);
    const seconds = Math.round((Date.now() - outage.since) / 1000);
    log().warn({ code: "upstream_up", host, failures: outage.failures, seconds });
  }
}
