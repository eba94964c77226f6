import type { ShownState } from "@/lib/domain/payment-links/schema";
import { type LastSeen, nowFor, type SeenLink } from "@/lib/ui/offline/last-seen";

/** A link that was open has expired meanwhile when its time has come. */
export function showState({ state, expiresAt }: SeenLink, seen: LastSeen): ShownState {
  return state === "open" && expiresAt !== null && Date.parse(expiresAt) <= nowFor(seen) ? "expired" : state;
}

/** The address that customers may be shown; null for a link that they could not pay. */
export function payableAddress(link: SeenLink, seen: LastSeen): string | null {
  return showState(link, seen) === "open" ? link.address : null;
}

/** In the merchant's time zone, as everywhere. */
export function showTime(moment: string, { merchant }: LastSeen, locale: string): string {
  return new Intl.DateTimeFormat(locale, {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: merchant.timeZone,
  }).format(new Date(moment));
}
