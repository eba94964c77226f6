import { createHash } from "node:crypto";
import type { MerchantId } from "@/lib/core/merchant-id";
import type { Mode } from "@/lib/core/mode";
import { fail, ok, type Result } from "@/lib/core/result";
import { decryptActiveKey } from "@/lib/domain/api-keys/decrypt-key";
import type { NoKey } from "@/lib/domain/api-keys/schema";
import { findLimits } from "@/lib/domain/merchants/find-limits";
import { findOpenMerchant } from "@/lib/domain/merchants/find-merchant";
import { type BeginFailure, beginSending } from "@/lib/domain/payment-links/create/begin-sending";
import { countLink } from "@/lib/domain/payment-links/create/check-hour";
import type { Outcome } from "@/lib/domain/payment-links/create/outcome-store";
import { recordOutcome } from "@/lib/domain/payment-links/create/record-outcome";
import { withReference } from "@/lib/domain/payment-links/create/reference";
import type { CreateRequest } from "@/lib/domain/payment-links/create/schema";
import type { LinkFailureCode, LinkState, NewLink } from "@/lib/domain/payment-links/schema";
import { findIntent, findLink } from "@/lib/domain/payment-links/store";
import { outcomeByCode } from "@/lib/gateway/failures";
import { createPaymentLink as postPaymentLink } from "@/lib/gateway/payment-links-api";
import { getUpstream } from "@/lib/gateway/upstream";
import { type MerchantTx, withMerchant } from "@/lib/platform/db";

export type CreateOutcome = {
  linkId: string;
  state: LinkState;
  /** Why it is rejected or unknown. */
  failureCode: LinkFailureCode | null;
};

export type CreateFailure =
  | NoKey
  | BeginFailure
  | { code: "intent_reused"; linkId: string }
  /** The intent had a row a moment ago, and it is gone. */
  | { code: "link_gone" }
  /** Upstream has just asked us to wait. Nothing was sent, so the link is not unconfirmed. */
  | { code: "rate_limited" }
  /** The merchant has created as many links in this hour as it may; more can be created after `waitMs`. */
  | { code: "links_used_up"; waitMs: number };

/** The longest that upstream's `Retry-After` stops people from creating links. */
const longestHoldMs = 2 * 60_000;

/**
 * Creates a payment link at most once for an intent. Its row is committed before a connection is opened, one POST is
 * sent, and the outcome is recorded. Whatever fails in between, the row stays and shows that something was begun.
 */
export async function createPaymentLink(
  request: CreateRequest,
): Promise<Result<CreateOutcome, CreateFailure>> {
  const { merchantId, actor, mode, intentId, link } = request;
  const requestHash = hashRequest(mode, link);
  const { earlier, limits } = await withMerchant(merchantId, async (tx) => ({
    earlier: await findEarlier(tx, intentId, requestHash),
    limits: await findLimits(tx),
  }));
  if (earlier) return earlier;
  const opened = await decryptActiveKey(merchantId, mode);
  if (!opened.ok) return opened;

  const { id: apiKeyId, key: apiKey, waitMs } = opened.value;
  if (waitMs > 0 && waitMs <= longestHoldMs) return fail({ code: "rate_limited" });
  const leftMs = await countLink(merchantId, actor, limits);
  if (leftMs !== null) return fail({ code: "links_used_up", waitMs: leftMs });
  const upstream = getUpstream(mode);
  const sandboxMerchant = mode === "sandbox" ? await findName(merchantId) : undefined;
  const begun = await beginSending({ ...request, apiKeyId, requestHash, timeoutMs: upstream.timeoutMs });
  if (!begun.ok) {
    if (begun.code !== "intent_taken") return begun;
    // Another request with the same intent came first; its outcome is the answer to this one too.
    const taken = await withMerchant(merchantId, (tx) => findEarlier(tx, intentId, requestHash));
    return taken ?? fail({ code: "link_gone" });
  }

  const { id, reference } = begun.value;
  const description = withReference(link.description, reference);
  const answer = await postPaymentLink({ ...upstream, ...link, description, apiKey, sandboxMerchant });
  const outcome = await recordOutcome(
    merchantId,
    actor,
    { id, mode, apiKeyId },
    answer.ok
      ? { state: "ready", ...answer.value }
      : {
          state: outcomeByCode[answer.code] === "unknown" ? "unknown" : "rejected",
          failureCode: answer.code,
        },
    answer.ok || !("retryAfterMs" in answer) ? null : answer.retryAfterMs,
  );
  return ok({ linkId: id, state: outcome.state, failureCode: getFailure(outcome) });
}

async function findName(merchantId: MerchantId): Promise<string | undefined> {
  return (await withMerchant(merchantId, findOpenMerchant))?.name;
}

function getFailure(outcome: Outcome): LinkFailureCode | null {
  return outcome.state === "ready" ? null : (outcome.failureCode ?? null);
}

/** The stored outcome of an intent that was submitted before; null for a new one. */
async function findEarlier(
  tx: MerchantTx,
  intentId: string,
  requestHash: Buffer,
): Promise<Result<CreateOutcome, CreateFailure> | null> {
  const intent = await findIntent(tx, intentId);
  const link = intent && (await findLink(tx, intent.id));
  if (!link) return null;
  if (!intent.requestHash || !requestHash.equals(intent.requestHash)) {
    return fail({ code: "intent_reused", linkId: intent.id });
  }
  return ok({ linkId: link.id, state: link.state, failureCode: link.failureCode });
}

function hashRequest(mode: Mode, { amountMinor, currency, description }: NewLink): Buffer<ArrayBuffer> {
  return createHash("sha256")
    .update(JSON.stringify([mode, amountMinor, currency, description]))
    .digest();
}
