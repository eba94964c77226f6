import { useRouter } from "next/navigation";
import type { ShareChannel } from "@/lib/domain/payment-links/schema";

/** The address that shares are reported to; an anchor's `ping` goes there too. */
export function sharedAddress(path: string, channel: ShareChannel): string {
  return `${path}/shared?by=${channel}`;
}

/**
 * Tells the portal that a link was shared. Nothing waits for it, and it arrives even when the page is left. The
 * timeline shows it when the person comes back.
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
