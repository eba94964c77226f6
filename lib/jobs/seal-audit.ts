import { setTimeout as sleep } from "node:timers/promises";
import { merchantsToSeal, sealEvents } from "@/lib/domain/audit/seal-events";
import { jobMerchant } from "@/lib/domain/merchants/find-job-merchant";
import { log } from "@/lib/platform/log";

/** An event that is removed before it is in the chain leaves no trace, so events are sealed soon. */
const everyMs = 1_000;

/** Seals waiting events of all merchants until the signal. Any number of workers may do so at once. */
export async function keepSealing(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await sealAll(signal).catch((error: unknown) => {
      log().error({ code: "audit_sealing_failed", reason: error instanceof Error ? error.message : "" });
    });
    await sleep(everyMs, undefined, { signal }).catch(() => {});
  }
}

async function sealAll(signal: AbortSignal): Promise<void> {
  for (const id of await merchantsToSeal()) {
    if (signal.aborted) return;
    const merchantId = await jobMerchant(id);
    if (merchantId) await sealEvents(merchantId);
  }
}
