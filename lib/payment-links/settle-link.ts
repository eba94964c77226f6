import { setTimeout as sleep } from "node:timers/promises";
import { type KeyAnswer, noteKeyAnswer } from "@/lib/api-keys/key-health";
import type { Actor } from "@/lib/audit/schema";
import { recordEvent } from "@/lib/audit/service";
import { isUniqueViolation, type Tx, withMerchant } from "@/lib/db";
import { isGatewayFailureCode } from "@/lib/gateway/failures";
import type { MerchantId } from "@/lib/merchant-id";
import type { Mode } from "@/lib/mode";
import {
  lockState,
  removeExternal,
  type Settlement,
  writeSettlement,
} from "@/lib/payment-links/settle-store";
import { requestReconcile } from "@/lib/payment-links/sync/request-sync";
import { recordOwnSighting } from "@/lib/payment-links/sync/sync-store";
import { statesBefore } from "@/lib/payment-links/transitions";

export type SettledLink = { id: string; mode: Mode; apiKeyId: string };

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
export async function settleLink(
  merchantId: MerchantId,
  actor: Actor,
  link: SettledLink,
  settlement: Settlement,
  retryAfterMs: number | null = null,
): Promise<Settlement> {
  const heldUntil = Date.now() + holdMs;
  let wanted = settlement;
  for (let clashes = 0; clashes <= attempts; ) {
    try {
      return await withMerchant(merchantId, (tx) =>
        settleOnce(tx, merchantId, actor, link, wanted, retryAfterMs),
      );
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

async function settleOnce(
  tx: Tx,
  merchantId: MerchantId,
  actor: Actor,
  link: SettledLink,
  wanted: Settlement,
  retryAfterMs: number | null,
): Promise<Settlement> {
  const before = await lockState(tx, merchantId, link.id);
  await noteKeyAnswer(tx, merchantId, link.apiKeyId, { code: answerOf(wanted), retryAfterMs });
  // Swept to unknown while a clear refusal was on its way: then it is certain that there is nothing to look for.
  const settlement: Settlement =
    before === "unknown" && wanted.state === "rejected" ? { ...wanted, state: "abandoned" } : wanted;
  // Given up or adopted meanwhile: that stays, and so does the row of what a sync found.
  if (before === null || !statesBefore(settlement.state).includes(before)) return settlement;
  if (settlement.state === "ready") await removeExternal(tx, merchantId, link.mode, settlement.upstreamId);
  await writeSettlement(tx, merchantId, link.id, settlement);
  if (settlement.state === "ready") {
    const { upstreamId, url, active } = settlement;
    await recordOwnSighting(tx, merchantId, { apiKeyId: link.apiKeyId, upstreamId, url, active });
  }
  if (settlement.state === "unknown") await requestReconcile(tx, merchantId, link.apiKeyId, retryAfterMs);
  await recordEvent(tx, merchantId, {
    actor,
    action: settlement.state === "ready" ? "link.created" : `link.${settlement.state}`,
    targetId: link.id,
    details: settlement.state === "ready" ? {} : { code: settlement.failureCode ?? null },
  });
  return settlement;
}

/** What the outcome says about the key; an interruption says nothing. */
function answerOf(wanted: Settlement): KeyAnswer["code"] {
  if (wanted.state === "ready") return "ok";
  return isGatewayFailureCode(wanted.failureCode) ? wanted.failureCode : "connection_lost";
}
