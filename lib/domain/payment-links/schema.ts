import { type LineIssue, readLine } from "@/lib/core/line-of-text";
import type { Mode } from "@/lib/core/mode";
import { fail, ok, type Result } from "@/lib/core/result";
import type { GatewayFailureCode } from "@/lib/gateway/failures";
import { type CurrencyCode, isCurrency } from "@/lib/money/currencies";
import {
  type AmountFailure,
  type Interpretation,
  interpretationsIn,
  parseAmount,
  resolveAmount,
} from "@/lib/money/money";

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
  "marked_paid",
  "cancelled",
  "inactive",
  "rejected",
  "unknown",
  "abandoned",
] as const;
export type ShownState = (typeof shownStates)[number];

type Shown = Pick<PaymentLink, "state" | "active" | "markedPaidAt" | "cancelledAt">;

/** The one place that decides how a link is shown. `stateCondition` of the history is the same for rows. */
export function toShownState({ state, active, markedPaidAt, cancelledAt }: Shown): ShownState {
  if (state !== "ready") return state;
  if (markedPaidAt !== null) return "marked_paid";
  if (cancelledAt !== null) return "cancelled";
  return active === false ? "inactive" : "open";
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
  /** The end of its short address; null for a link from before there were any, until it is shared again. */
  code: string | null;
  /** What customers get: `url`, or the short address where the merchant has these. */
  address: string | null;
};

/** A link that can be shared with a customer: it is ready, as far as 4Geeks says still active, and not cancelled. */
export type ShareableLink = PaymentLink & { url: string; address: string };

export function isShareable(link: PaymentLink): link is ShareableLink {
  const isOpen = link.state === "ready" && link.active !== false && link.cancelledAt === null;
  return isOpen && link.url !== null && link.address !== null;
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

export const descriptionLength = { max: 500 } as const;

export type DescriptionIssue = `description_${LineIssue}`;
export type NewLinkIssues = {
  amount?: `amount_${AmountFailure["code"]}`;
  currency?: "currency_not_offered";
  description?: DescriptionIssue;
};

/**
 * Checks the form's fields. `interpretations` is everything that the amount can mean when the person has to be asked;
 * it is answered also when another field is wrong, so that the person's choice is not lost. The currency is the one
 * that was meant, whether chosen or typed.
 */
export function parseNewLink(form: {
  amount: string;
  interpretation: string;
  currency: string;
  description: string;
}): Result<NewLink, { code: "invalid"; issues: NewLinkIssues; interpretations: Interpretation[] }> {
  const currency = isCurrency(form.currency) ? form.currency : null;
  // Without a currency, only errors in the digits can be reported.
  const amount = resolveAmount(form.amount, currency ?? "USD", form.interpretation);
  const description = readLine(form.description, descriptionLength.max);
  if (amount.ok && description.ok && currency) {
    return ok({ ...amount.value, description: description.value });
  }
  const issues: NewLinkIssues = {};
  if (!amount.ok && (currency || !isAskedAbout(amount))) issues.amount = `amount_${amount.code}`;
  if (!currency) issues.currency = "currency_not_offered";
  if (!description.ok) issues.description = `description_${description.code}`;
  return fail({ code: "invalid", issues, interpretations: amountInterpretations(form) });
}

/** Everything that the form's amount can mean when the person has to be asked, whether or not they have chosen. */
export function amountInterpretations(form: { amount: string; currency: string }): Interpretation[] {
  return isCurrency(form.currency) ? interpretationsIn(parseAmount(form.amount, form.currency)) : [];
}

function isAskedAbout(failure: AmountFailure): boolean {
  return "interpretations" in failure;
}

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
  | "description";

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
