import type { TimelineEntry } from "@/lib/domain/payment-links/history/get-timeline";

/** Whether customers may have upstream's own address, which nobody can cancel: it was shared, or is what is shown. */
export function isUpstreamOut(
  timeline: TimelineEntry[],
  { shortAddresses }: { shortAddresses: boolean },
): boolean {
  return !shortAddresses || timeline.some(({ isUpstream }) => isUpstream === true);
}
