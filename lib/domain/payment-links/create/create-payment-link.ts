import { createHash } from "node:crypto";
import type { Mode } from "@/lib/core/mode";
import { fail, ok, type Result } from "@/lib/core/result";
import { openKey } from "@/lib/domain/api-keys/decrypt-key";
import type { NoKey } from "@/lib/domain/api-keys/schema";
import { beginAtOnce } from "@/lib/domain/payment-links/create/begin-at-once";
import { type BeginFailure, beginSending } from "@/lib/domain/payment-links/create/begin-sending";
import type { SubmittedLink } from "@/lib/domain/payment-links/create/begin-store";
import { countLink, isWithinMost, judgeHour } from "@/lib/domain/payment-links/create/check-limits";
import type { Outcome } from "@/lib/domain/payment-links/create/outcome-store";
import { type Beforehand, lookUpBeforehand } from "@/lib/domain/payment-links/create/read-beforehand";
import { recordOutcome } from "@/lib/domain/payment-links/create/record-outcome";
import { withReference } from "@/lib/domain/payment-links/create/reference";
import type { CreateRequest } from "@/lib/domain/payment-links/create/schema";
import type { LinkFailureCode, LinkState, NewLink } from "@/lib/domain/payment-links/schema";
import { outcomeByCode } from "@/lib/gateway/failures";
import { createPaymentLink as postPaymentLink } from "@/lib/gateway/payment-links-api";
import { getUpstream } from "@/lib/gateway/upstream";
import { readTogetherAs } from "@/lib/platform/db";

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
  /** More were created in a while than people create. */
  | { code: "too_many_links" }
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
  const { merchantId, actor, mode, link } = request;
  const requestHash = hashRequest(mode, link);
  const { earlier, settings, encrypted } = request.beforehand ?? (await readBeforehand(request));
  if (earlier) return answerAgain(earlier, requestHash);
  if (!encrypted) return fail({ code: "no_key" });
  const opened = await openKey(merchantId, encrypted);
  if (!opened.ok) return opened;

  const { id: apiKeyId, key: apiKey, waitMs } = opened.value;
  if (waitMs > 0 && waitMs <= longestHoldMs) return fail({ code: "rate_limited" });
  const upstream = getUpstream(mode);
  const beginning = { ...request, apiKeyId, requestHash, timeoutMs: upstream.timeoutMs };
  const isAlone = request.replaces === undefined && request.corrects === undefined;
  const { counted, begun: atOnce } = isAlone
    ? await beginAtOnce(beginning, settings)
    : { counted: await countLink(merchantId, request.limits), begun: null };
  if (!isWithinMost(counted, request.limits)) return fail({ code: "too_many_links" });
  const leftMs = await judgeHour(merchantId, actor, counted, settings.linksPerHour);
  if (leftMs !== null) return fail({ code: "links_used_up", waitMs: leftMs });
  const begun = atOnce ? ok(atOnce) : await beginSending(beginning);
  if (!begun.ok) {
    if (begun.code !== "intent_taken") return begun;
    // Another request with the same intent came first; its outcome is the answer to this one too.
    const taken = (await readBeforehand(request)).earlier;
    return taken ? answerAgain(taken, requestHash) : fail({ code: "link_gone" });
  }

  const { id, reference } = begun.value;
  const description = withReference(link.description, reference);
  const sandboxMerchant = mode === "sandbox" ? (settings.name ?? undefined) : undefined;
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

function getFailure(outcome: Outcome): LinkFailureCode | null {
  return outcome.state === "ready" ? null : (outcome.failureCode ?? null);
}

async function readBeforehand({ merchantId, mode, intentId }: CreateRequest): Promise<Beforehand> {
  const { statements, read } = lookUpBeforehand(mode, intentId);
  return read(await readTogetherAs(merchantId, ...statements));
}

/** The stored outcome of an intent that was submitted before. */
function answerAgain(
  { id, state, failureCode, requestHash: stored }: SubmittedLink,
  requestHash: Buffer,
): Result<CreateOutcome, CreateFailure> {
  if (!stored || !requestHash.equals(stored)) return fail({ code: "intent_reused", linkId: id });
  return ok({ linkId: id, state, failureCode });
}

function hashRequest(mode: Mode, { amountMinor, currency, description }: NewLink): Buffer<ArrayBuffer> {
  return createHash("sha256")
    .update(JSON.stringify([mode, amountMinor, currency, description]))
    .digest();
}
