import { useRouter } from "next/navigation";
import type { ShareChannel } from "@/lib/domain/payment-links/schema";

/** Where the portal hears of shares; an anchor's `ping` goes there too. */
export function sharedAddress(path: string, channel: ShareChannel): string {
  return `${path}/shared?by=${channel}`;
}

/**
 * Tells the portal that a link was shared. Nothing waits for it, it arrives even when the page is left, and a person
 * who comes back finds it on the timeline.
 */
export function useTrackShare(path: string): (channel: ShareChannel) => void {
  const router = useRouter();
  return (channel) => {
    void fetch(sharedAddress(path, channel), { method: "POST", keepalive: true }).then(
      () => router.refresh(),
      () => {},
    );
  };
}
