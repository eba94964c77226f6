import { setTimeout as sleep } from "node:timers/promises";
import type { MerchantId } from "@/lib/core/merchant-id";
import type { KeyAnswer } from "@/lib/domain/api-keys/note-answer";
import type { Actor } from "@/lib/domain/audit/schema";
import { lockState, type Outcome } from "@/lib/domain/payment-links/create/outcome-store";
import { recordLinkEvent } from "@/lib/domain/payment-links/create/record-link-event";
import { recordReady } from "@/lib/domain/payment-links/create/record-ready";
import type { SentLink } from "@/lib/domain/payment-links/create/schema";
import { statesBefore } from "@/lib/domain/payment-links/create/transitions";
import { isGatewayFailureCode } from "@/lib/gateway/failures";
import { isUniqueViolation, type MerchantTx, withMerchant } from "@/lib/platform/db";

/**
 * A sync may insert a row for the same upstream link at the same moment. The second attempt finds that row and removes
 * it.
 */
const attempts = 3;

/** How long to retry while the database is away. A restart takes about a second, and nothing else knows the outcome. */
const holdMs = 8_000;
const retryMs = 200;

/**
 * Records the outcome of a link's only POST, and answers it as it was recorded. A link that was set to `unknown`
 * meanwhile still becomes `ready` by its own late answer, which is proof.
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
      // Only once: if a sync has inserted the same upstream link, its row has to be removed first.
      if (clashes === 0 && wanted.state === "ready" && (await recordReady(merchantId, actor, link, wanted)))
        return wanted;
      return await withMerchant(merchantId, (tx) => recordOnce(tx, actor, link, wanted, retryAfterMs));
    } catch (error) {
      if (isUniqueViolation(error)) clashes += 1;
      else if (Date.now() < heldUntil) await sleep(retryMs);
      else throw error;
    }
    // Upstream answered with a link that belongs to another intent, so the outcome of this one is unknown.
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
  // Set to `unknown` while a refusal was on its way: now it is certain that no link was created.
  const outcome: Outcome =
    before === "unknown" && wanted.state === "rejected" ? { ...wanted, state: "abandoned" } : wanted;
  // If a person has abandoned or matched the link meanwhile, that stays, and so does the row that a sync inserted.
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
