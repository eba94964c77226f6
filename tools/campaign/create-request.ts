import type { LinkState } from "@/lib/domain/payment-links/schema";
import type { CampaignMerchant } from "@/tools/campaign/merchants";

/**
 * The link that a simulated person wants. Its description is unique, so that every link for it can be counted, here and
 * upstream.
 */
export type CreateRequest = {
  merchant: CampaignMerchant;
  description: string;
  amountMinor: number;
  /** The intent of the person's form. */
  intentId: string;
  /** When the person last submitted, in Unix milliseconds; 0 before that. */
  pressedAt: number;
  /** Intents with which the person has confirmed that they want another link, whatever happened before. */
  consents: Set<string>;
  /** Nobody submits it any more: the person has an answer, or gave up. */
  isOver: boolean;
  /** The last answer the person got, if any. */
  answered: { linkId: string; state: LinkState } | null;
};

/** The answer to one submission. */
export type Answer =
  | { kind: "link"; linkId: string; state: LinkState }
  /**
   * A link with the same content was created with another form a moment ago. The person can look at it, or submit
   * `again` for one more.
   */
  | { kind: "near_duplicate"; linkId: string; again: Form }
  | { kind: "refused"; again: Form }
  /** No answer that a person could read. */
  | { kind: "silence" };

/** A form that is open in a browser, and can be submitted any number of times. */
export type Form = { intentId: string; send: (signal: AbortSignal) => Promise<Answer> };

/** Counts things by name. */
export class Tally {
  readonly #counts = new Map<string, number>();

  add(what: string, by = 1): void {
    this.#counts.set(what, this.of(what) + by);
  }

  of(what: string): number {
    return this.#counts.get(what) ?? 0;
  }

  get all(): [what: string, count: number][] {
    return [...this.#counts];
  }
}
