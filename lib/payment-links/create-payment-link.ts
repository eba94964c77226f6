import { createHash } from "node:crypto";
import type { NoKey } from "@/lib/api-keys/schema";
import { openActiveKey } from "@/lib/api-keys/service";
import type { Actor } from "@/lib/audit/schema";
import { recordEvent } from "@/lib/audit/service";
import { withMerchant } from "@/lib/db";
import { type GatewayFailureCode, outcomeOf } from "@/lib/gateway/failures";
import { createPaymentLink as postPaymentLink } from "@/lib/gateway/payment-links-api";
import { upstreamOf } from "@/lib/gateway/upstream";
import type { MerchantId } from "@/lib/merchant-id";
import type { Mode } from "@/lib/mode";
import type { LinkState, NewLink } from "@/lib/payment-links/schema";
import {
  findIntent,
  findLink,
  insertSending,
  type Settlement,
  settleSending,
} from "@/lib/payment-links/store";
import { fail, ok, type Result } from "@/lib/result";
import { uuidv7 } from "@/lib/uuid";

/** How long past the POST's own deadline a `sending` row is believed to have a process behind it. */
const leaseMarginMs = 15_000;

export type CreateOutcome = {
  linkId: string;
  state: LinkState;
  /** Why it is rejected or unknown. */
  failureCode: GatewayFailureCode | null;
};

export type CreateFailure = NoKey | { code: "intent_reused"; linkId: string };

type Request = {
  merchantId: MerchantId;
  actor: Actor;
  mode: Mode;
  /** Made with the form: the same form sent again is the same wish, and is answered with the same link. */
  intentId: string;
  link: NewLink;
};

/**
 * Makes a payment link at most once for an intent. The row is committed before the socket opens, one POST
 * is sent, and its outcome is written; whatever dies in between, a row stays that tells about it.
 */
export async function createPaymentLink(request: Request): Promise<Result<CreateOutcome, CreateFailure>> {
  const { merchantId, mode, intentId, link } = request;
  const requestHash = hashRequest(mode, link);
  const earlier = await replay(merchantId, intentId, requestHash);
  if (earlier) return earlier;
  const opened = await openActiveKey(merchantId, mode);
  if (!opened.ok) return opened;

  const upstream = upstreamOf(mode);
  const id = uuidv7();
  const inserted = await withMerchant(merchantId, (tx) =>
    insertSending(tx, merchantId, {
      ...link,
      id,
      mode,
      intentId,
      requestHash,
      apiKeyId: opened.value.id,
      createdById: request.actor.userId,
      leaseUntil: new Date(Date.now() + upstream.timeoutMs + leaseMarginMs),
    }),
  );
  // Another request of the same intent was faster; what it has come to is the answer here too.
  if (!inserted) return (await replay(merchantId, intentId, requestHash)) ?? fail({ code: "no_key" });

  const answer = await postPaymentLink({ ...upstream, ...link, apiKey: opened.value.key });
  const settlement: Settlement = answer.ok
    ? { state: "ready", ...answer.value }
    : { state: outcomeOf[answer.code] === "unknown" ? "unknown" : "rejected", failureCode: answer.code };
  await settle(request, id, settlement);
  return ok({ linkId: id, state: settlement.state, failureCode: answer.ok ? null : answer.code });
}

/** The stored outcome of an intent that was sent before; null for a new one. */
async function replay(
  merchantId: MerchantId,
  intentId: string,
  requestHash: Buffer,
): Promise<Result<CreateOutcome, CreateFailure> | null> {
  const found = await withMerchant(merchantId, async (tx) => {
    const intent = await findIntent(tx, merchantId, intentId);
    return intent && { intent, link: await findLink(tx, merchantId, intent.id) };
  });
  if (!found?.link) return null;
  const { intent, link } = found;
  if (!intent.requestHash || !requestHash.equals(intent.requestHash)) {
    return fail({ code: "intent_reused", linkId: intent.id });
  }
  return ok({ linkId: link.id, state: link.state, failureCode: link.failureCode });
}

async function settle({ merchantId, actor }: Request, id: string, settlement: Settlement): Promise<void> {
  await withMerchant(merchantId, async (tx) => {
    if (!(await settleSending(tx, merchantId, id, settlement))) return;
    await recordEvent(tx, merchantId, {
      actor,
      action: settlement.state === "ready" ? "link.created" : `link.${settlement.state}`,
      targetId: id,
      details: settlement.state === "ready" ? {} : { code: settlement.failureCode },
    });
  });
}

function hashRequest(mode: Mode, { amountMinor, currency, description }: NewLink): Buffer<ArrayBuffer> {
  return createHash("sha256")
    .update(JSON.stringify([mode, amountMinor, currency, description]))
    .digest();
}
