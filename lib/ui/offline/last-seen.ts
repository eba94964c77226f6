import type { LinkExpiry } from "@/lib/core/link-expiry";
import type { Mode } from "@/lib/core/mode";
import type { ShownState } from "@/lib/domain/payment-links/schema";
import type { CurrencyCode } from "@/lib/money/currencies";

/** A link as it was when this browser last had a connection. */
export type SeenLink = {
  id: string;
  mode: Mode;
  state: ShownState;
  amountMinor: number | null;
  currency: CurrencyCode | null;
  description: string | null;
  reference: string | null;
  /** Null when customers could not pay it. */
  address: string | null;
  /** ISO 8601, as all times here. */
  expiresAt: string | null;
  createdAt: string;
};

/** What a browser stores of one merchant, to show it where there is no network. */
export type LastSeen = {
  /** Opaque names from the server. This one changes with every session, */
  owner: string;
  /** and this one is the same in all sessions of the person. They decide whose data may be shown. */
  person: string;
  asOf: string;
  /** When the browser stored it, in milliseconds of its own clock. The server does not know. */
  storedAt?: number;
  merchant: {
    id: string;
    slug: string;
    name: string;
    mode: Mode;
    color: string;
    timeZone: string;
    linkExpiry: LinkExpiry;
    mayCreate: boolean;
  };
  /** The merchant's own first. */
  usedCurrencies: CurrencyCode[];
  /** Newest first. */
  links: SeenLink[];
};

/** What time it is for the portal. This device's clock only tells how much has passed, so it may be wrong. */
export function nowFor({ asOf, storedAt }: LastSeen): number {
  const now = Date.now();
  return storedAt === undefined ? now : Date.parse(asOf) + Math.max(0, now - storedAt);
}

/** After so long without a connection nothing is shown any more. */
export const longestSeenMs = 7 * 24 * 3_600_000;
