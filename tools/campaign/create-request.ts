import type { LinkState } from "@/lib/domain/payment-links/schema";
import type { CampaignMerchant } from "@/tools/campaign/merchants";

/**
 * What somebody wants one payment link for. Its description is like no other's, so that whatever there is of it, here
 * or upstream, can be counted.
 */
export type CreateRequest = {
  merchant: CampaignMerchant;
  description: string;
  amountMinor: number;
  /** The intent that the person's form stands for. */
  intentId: string;
  /** When the person last pressed, in Unix milliseconds; 0 before that. */
  pressedAt: number;
  /** Intents with which a person has said that they want one more, come what may. */
  consents: Set<string>;
  /** Nobody presses for it any more: the person has an answer, or gave up. */
  isOver: boolean;
  /** What the person was last told, once they were told anything. */
  answered: { linkId: string; state: LinkState } | null;
};

/** What came of pressing the button once. */
export type Answer =
  | { kind: "link"; linkId: string; state: LinkState }
  /** Made in another form a moment ago; to be looked at, or made once more with one more press. */
  | { kind: "near_duplicate"; linkId: string; again: Form }
  | { kind: "refused"; again: Form }
  /** Nothing that a person could read. */
  | { kind: "silence" };

/** A form as it stands before a person, ready to be sent, and sent again. */
export type Form = { intentId: string; send: (signal: AbortSignal) => Promise<Answer> };

/** Counts whatever is worth counting. */
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
