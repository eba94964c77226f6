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

/** `sending` until the one POST has an outcome; `unknown` when nobody can tell whether upstream made it. */
export const linkStates = ["sending", "ready", "rejected", "unknown", "abandoned"] as const;
export type LinkState = (typeof linkStates)[number];

/**
 * How a link stands, as people are shown it. A ready link is open: it can be paid, and whether it was nobody here knows.
 * One that upstream calls inactive is that, whatever made it so.
 */
export const shownStates = ["sending", "open", "inactive", "rejected", "unknown", "abandoned"] as const;
export type ShownState = (typeof shownStates)[number];

export function toShownState({ state, active }: Pick<PaymentLink, "state" | "active">): ShownState {
  if (state !== "ready") return state;
  return active === false ? "inactive" : "open";
}

/** Why a link is rejected or unknown: what the gateway saw, or that the process sending it died. */
export type LinkFailureCode = GatewayFailureCode | "interrupted";

/** A payment link as the portal knows it. `amountMinor` is in hundredths of `currency`. */
export type PaymentLink = {
  id: string;
  mode: Mode;
  state: LinkState;
  origin: "portal" | "external";
  /** Null, like `currency` and `description`, for a link made elsewhere that nobody has described yet. */
  amountMinor: number | null;
  currency: CurrencyCode | null;
  description: string | null;
  /** The short code at the end of the description that upstream holds. */
  reference: string | null;
  url: string | null;
  upstreamId: string | null;
  active: boolean | null;
  failureCode: LinkFailureCode | null;
  apiKeyId: string;
  createdAt: Date;
  createdBy: { id: string; name: string } | null;
};

/** A link that can be handed to a customer: confirmed, and as far as 4Geeks says still active. */
export type ShareableLink = PaymentLink & { url: string };

export function isShareable(link: PaymentLink): link is ShareableLink {
  return link.state === "ready" && link.url !== null && link.active !== false;
}

/** How a link gets to a customer. `share_menu` is the phone's own, which does not tell what was picked in it. */
export const shareChannels = [
  "share_menu",
  "whatsapp",
  "sms",
  "email",
  "copied_link",
  "copied_message",
  "shown",
] as const;
export type ShareChannel = (typeof shareChannels)[number];

export function isShareChannel(text: unknown): text is ShareChannel {
  return shareChannels.some((channel) => channel === text);
}

/** The most of each kind that the inbox shows at once; the rest comes when these are done. */
export const shownInInbox = 100;

/** Unconfirmed links come with all that they may be, so there are fewer on a page; the others are on the next ones. */
export const unconfirmedPageSize = 10;

/** Of what an unconfirmed link may be; the others are on its own page of the inbox. */
export const candidatesOnCard = 5;

/** What a person asks for: checked, and not sent yet. */
export type NewLink = { amountMinor: number; currency: CurrencyCode; description: string };

export const descriptionLength = { max: 500 } as const;

export type DescriptionIssue = `description_${LineIssue}`;
export type NewLinkIssues = {
  amount?: `amount_${AmountFailure["code"]}`;
  currency?: "currency_not_offered";
  description?: DescriptionIssue;
};

/**
 * Checks the form's fields. `interpretations` is all that the amount can mean when the person has to be asked, also while
 * another field is wrong: a choice made stays made. The currency is the one that was meant, chosen or typed.
 */
export function parseNewLink(form: {
  amount: string;
  interpretation: string;
  currency: string;
  description: string;
}): Result<NewLink, { code: "invalid"; issues: NewLinkIssues; interpretations: Interpretation[] }> {
  const currency = isCurrency(form.currency) ? form.currency : null;
  // Without a currency only what is wrong with the digits can be said.
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

/** All that the form's amount can mean when the person has to be asked, whether they chose one yet or not. */
export function amountInterpretations(form: { amount: string; currency: string }): Interpretation[] {
  return isCurrency(form.currency) ? interpretationsIn(parseAmount(form.amount, form.currency)) : [];
}

function isAskedAbout(failure: AmountFailure): boolean {
  return "interpretations" in failure;
}

/**
 * What a button that makes a link was drawn with: the mode that its page showed, and the id of its business. Only compared
 * with what is so when it is pressed; neither decides anything.
 */
export type DrawnField = "mode" | "business";

/** Nothing was made: what the button was drawn with is not so, or was not said. */
export type NotAsDrawn = {
  code: "mode_changed" | "mode_missing" | "other_business";
  /** Undefined where the form did not say it. */
  shown: Mode | undefined;
  current: Mode;
};

/** The fields of the form that makes a link. */
export type LinkField =
  | DrawnField
  | "intentId"
  | "duplicateOf"
  | "amount"
  | "interpretation"
  | "currency"
  | "description";

/** What the link form needs back beside values and errors. */
export type LinkFormExtra = {
  /** The intent that the next press of the button stands for. */
  intentId: string;
  /** What an amount that has to be asked about can mean. */
  interpretations: Interpretation[];
  /** The mode that the form is drawn with from now on; the page's own where it is not given. */
  mode?: Mode;
  /** The page of the link that this form made before. */
  earlierLink?: string;
  /** A link with the same content that was made a moment ago (no path for who may not see it), and a sentence about it. */
  nearDuplicate?: { id: string; path: string | null; text: string };
};
