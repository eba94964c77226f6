import type { ExpiryField } from "@/lib/core/link-expiry";
import type { Mode } from "@/lib/core/mode";
import type { GatewayFailureCode } from "@/lib/gateway/failures";
import type { CurrencyCode } from "@/lib/money/currencies";
import type { Interpretation } from "@/lib/money/money";

/** `sending` until the only POST has an outcome; `unknown` when it is not known whether upstream created the link. */
export const linkStates = ["sending", "ready", "rejected", "unknown", "abandoned"] as const;
export type LinkState = (typeof linkStates)[number];

/**
 * The states as people see them. A ready link is shown as open: it can be paid, and Cobro does not know whether it was.
 * One that upstream reports as inactive is shown as inactive, whatever the reason. What a teammate says comes first: a
 * link that they marked as paid is shown as that.
 */
export const shownStates = [
  "sending",
  "open",
  "opened",
  "marked_paid",
  "cancelled",
  "expired",
  "inactive",
  "rejected",
  "unknown",
  "abandoned",
] as const;
export type ShownState = (typeof shownStates)[number];

type Shown = Pick<
  PaymentLink,
  "state" | "active" | "markedPaidAt" | "cancelledAt" | "expiresAt" | "firstOpenedAt"
>;

/** The one place that decides how a link is shown. `stateCondition` of the history is the same for rows. */
export function toShownState(link: Shown): ShownState {
  const { state, active, markedPaidAt, cancelledAt, expiresAt, firstOpenedAt } = link;
  if (state !== "ready") return state;
  if (markedPaidAt !== null) return "marked_paid";
  if (cancelledAt !== null) return "cancelled";
  if (isExpired({ expiresAt })) return "expired";
  if (active === false) return "inactive";
  return firstOpenedAt === null ? "open" : "opened";
}

/** Whether it has expired by now. Nothing happens at that moment: whoever asks compares the time. */
export function isExpired({ expiresAt }: Pick<PaymentLink, "expiresAt">): boolean {
  return expiresAt !== null && expiresAt.getTime() <= Date.now();
}

/** Why a link is rejected or unknown: the gateway's code, or that the process which sent it died. */
export type LinkFailureCode = GatewayFailureCode | "interrupted";

/** A payment link as the portal knows it. `amountMinor` is in hundredths of `currency`. */
export type PaymentLink = {
  id: string;
  mode: Mode;
  state: LinkState;
  origin: "portal" | "external";
  /** Null, like `currency` and `description`, for an external link that nobody has annotated yet. */
  amountMinor: number | null;
  currency: CurrencyCode | null;
  description: string | null;
  /** The short code at the end of the description, as upstream has it. */
  reference: string | null;
  url: string | null;
  upstreamId: string | null;
  active: boolean | null;
  failureCode: LinkFailureCode | null;
  apiKeyId: string;
  createdAt: Date;
  createdBy: { id: string; name: string } | null;
  /** It is ready because a person matched it with a link found upstream. That can be undone. */
  isMatched: boolean;
  /** When a teammate marked it as paid. */
  markedPaidAt: Date | null;
  /** When a teammate cancelled it, so that customers no longer get to its pay page by its short address. */
  cancelledAt: Date | null;
  /** From when on they no longer do because it expired; null when it never does. */
  expiresAt: Date | null;
  /** The code of the link to whose pay page its short address leads instead of its own. */
  pointsToCode: string | null;
  /** When somebody first opened its short address, and last; null when nobody has. */
  firstOpenedAt: Date | null;
  lastOpenedAt: Date | null;
  openedCount: number;
  /** The end of its short address; null for a link from before there were any, until it is shared again. */
  code: string | null;
  /** What customers get: `url`, or the short address where the merchant has these. */
  address: string | null;
};

/** What the history shows of a link. */
export type ListedLink = Pick<
  PaymentLink,
  | "id"
  | "mode"
  | "state"
  | "active"
  | "amountMinor"
  | "currency"
  | "description"
  | "createdAt"
  | "createdBy"
  | "markedPaidAt"
  | "cancelledAt"
  | "expiresAt"
  | "firstOpenedAt"
>;

/** A link that can be shared with a customer: it can be paid, and its code leads to its own pay page. */
export type ShareableLink = PaymentLink & { url: string; address: string };

export function isShareable(link: PaymentLink): link is ShareableLink {
  return isPayable(link) && link.pointsToCode === null && link.url !== null && link.address !== null;
}

/** Whether it can be paid, as far as is known: ready, active as 4Geeks says, neither cancelled nor expired. */
export function isPayable(link: PaymentLink): boolean {
  return link.state === "ready" && link.active !== false && link.cancelledAt === null && !isExpired(link);
}

/** How a link is shared. `share_menu` is the phone's own menu, which does not tell what was chosen in it. */
export const shareChannels = [
  "share_menu",
  "whatsapp",
  "sms",
  "email",
  "copied_link",
  "copied_message",
  "copied_short",
  "copied_upstream",
  "shown",
] as const;
export type ShareChannel = (typeof shareChannels)[number];

export function isShareChannel(text: unknown): text is ShareChannel {
  return shareChannels.some((channel) => channel === text);
}

/** The most links of each kind that the inbox shows at once. The others follow when these are done. */
export const shownInInbox = 100;

/** Unconfirmed links are shown with their candidates, so a page has fewer of them. */
export const unconfirmedPageSize = 10;

/** How many candidates are shown with an unconfirmed link. All of them are on a page of their own. */
export const candidatesOnCard = 5;

/** The content of a link that was checked and not sent yet. */
export type NewLink = { amountMinor: number; currency: CurrencyCode; description: string };

/**
 * What the page showed when a button that creates a link was drawn: the mode and the id of the business. They are only
 * compared with the current values when it is pressed, and decide nothing else.
 */
export type DrawnField = "mode" | "business";

/** Nothing was created: what the page showed is no longer true, or the form did not say it. */
export type NotAsDrawn = {
  code: "mode_changed" | "mode_missing" | "other_business";
  /** Undefined when the form did not say it. */
  shown: Mode | undefined;
  current: Mode;
};

/** The fields of the form that creates a link. */
export type LinkField =
  | DrawnField
  | "intentId"
  | "duplicateOf"
  | "corrects"
  | "amount"
  | "interpretation"
  | "currency"
  | "description"
  | ExpiryField;

/** What the link form gets back besides values and errors. */
export type LinkFormExtra = {
  /** The intent for the next submission of the form. */
  intentId: string;
  /** What the amount can mean, when the person has to be asked. */
  interpretations: Interpretation[];
  /** The mode to show the form with from now on; without it, the page's own. */
  mode?: Mode;
  /** The page of the link that this form created before. */
  earlierLink?: string;
  /**
   * A link with the same content that was created a moment ago, and a sentence about it. `path` is null for a person
   * who may not see the link.
   */
  nearDuplicate?: { id: string; path: string | null; text: string };
};
