import { setTimeout as sleep } from "node:timers/promises";
import type { MerchantId } from "@/lib/core/merchant-id";
import type { KeyAnswer } from "@/lib/domain/api-keys/note-answer";
import type { Actor } from "@/lib/domain/audit/schema";
import { lockState, type Outcome } from "@/lib/domain/payment-links/create/outcome-store";
import { recordLinkEvent } from "@/lib/domain/payment-links/create/record-link-event";
import type { SentLink } from "@/lib/domain/payment-links/create/schema";
import { statesBefore } from "@/lib/domain/payment-links/create/transitions";
import { isGatewayFailureCode } from "@/lib/gateway/failures";
import { isUniqueViolation, type MerchantTx, withMerchant } from "@/lib/platform/db";

/** A sync can write the same upstream link at the same moment; the second look finds its row and removes it. */
const attempts = 3;

/** How long an outcome is held while the database is away. A restart takes a second; nobody else knows the outcome. */
const holdMs = 8_000;
const retryMs = 200;

/**
 * Writes what the one POST of a link came to, and answers the outcome as it was written. A link that was swept
 * to `unknown` meanwhile still becomes ready by its own late answer: that is proof, not a guess.
 * @param retryAfterMs how long upstream asked us to wait.
 */
export async function recordOutcome(
  merchantId: MerchantId,
  actor: Actor,
  link: SentLink,
  outcome: Outcome,
  retryAfterMs: number | null = null,
): Promise<Outcome> {
  const heldUntil = Date.now() + holdMs;
  let wanted = outcome;
  for (let clashes = 0; clashes <= attempts; ) {
    try {
      return await withMerchant(merchantId, (tx) => recordOnce(tx, actor, link, wanted, retryAfterMs));
    } catch (error) {
      if (isUniqueViolation(error)) clashes += 1;
      else if (Date.now() < heldUntil) await sleep(retryMs);
      else throw error;
    }
    // Upstream named a link that another of our intents has already: nobody can say what this one came to.
    if (clashes === attempts) wanted = { state: "unknown", failureCode: "unreadable_answer" };
  }
  throw new Error("an outcome could not be written");
}

async function recordOnce(
  tx: MerchantTx,
  actor: Actor,
  link: SentLink,
  wanted: Outcome,
  retryAfterMs: number | null,
): Promise<Outcome> {
  const before = await lockState(tx, link.id);
  // Swept to unknown while a clear refusal was on its way: then it is certain that there is nothing to look for.
  const outcome: Outcome =
    before === "unknown" && wanted.state === "rejected" ? { ...wanted, state: "abandoned" } : wanted;
  // Given up or matched meanwhile: that stays, and so does the row of what a sync found.
  const isOpen = before !== null && statesBefore(outcome.state).includes(before);
  const answer = { code: toKeyAnswer(wanted), retryAfterMs };
  await recordLinkEvent(tx, { kind: "answered", link, actor, answer, outcome: isOpen ? outcome : null });
  return outcome;
}

/** What the outcome says about the key; an interruption says nothing. */
function toKeyAnswer(wanted: Outcome): KeyAnswer["code"] {
  if (wanted.state === "ready") return "ok";
  return isGatewayFailureCode(wanted.failureCode) ? wanted.failureCode : "connection_lost";
}
