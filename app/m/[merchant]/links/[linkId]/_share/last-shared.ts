import type { TimelineEntry } from "@/lib/domain/payment-links/history/get-timeline";
import type { ShareChannel } from "@/lib/domain/payment-links/schema";

export type LastShared = { at: Date; name: string; channel: ShareChannel };

/** When a link was last sent to its customer; null when it never was, as far as is known. Showing its code is not sending. */
export function getLastShared(timeline: TimelineEntry[]): LastShared | null {
  const last = timeline.findLast(({ channel }) => channel !== undefined && channel !== "shown");
  return last?.channel && last.name !== null ? { at: last.at, name: last.name, channel: last.channel } : null;
}
