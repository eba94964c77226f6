import { toExpiresAt } from "@/lib/core/link-expiry";
import { fail, ok, type Result } from "@/lib/core/result";
import { findNewLinkSettings } from "@/lib/domain/merchants/find-merchant";
import { mayCorrect } from "@/lib/domain/payment-links/cancel/cancel-store";
import {
  findNearDuplicate,
  lockContent,
  type NearDuplicate,
} from "@/lib/domain/payment-links/create/near-duplicate-store";
import { lockState } from "@/lib/domain/payment-links/create/outcome-store";
import { recordLinkEvent } from "@/lib/domain/payment-links/create/record-link-event";
import { newReference } from "@/lib/domain/payment-links/create/reference";
import type { CreateRequest } from "@/lib/domain/payment-links/create/schema";
import { findIntent, insertSending } from "@/lib/domain/payment-links/store";
import { type MerchantTx, withMerchant } from "@/lib/platform/db";
import { uuidv7 } from "@/lib/platform/uuidv7";

/** How long after the POST's deadline a `sending` row still counts as having a process behind it. */
export const leaseMarginMs = 10_000;

/** Within this time a link with the same content is taken for a mistake, until a person says that it is not. */
export const nearDuplicateMs = 10 * 60_000;

/**
 * The lengths of the references that are tried. After three that are taken, the merchant has used up many, and longer
 * ones follow.
 */
const referenceLengths = [4, 4, 4, 5, 6, 8] as const;

export type BeginFailure =
  | { code: "near_duplicate"; duplicate: NearDuplicate }
  /** The link to be replaced is not `unknown`, or no longer. */
  | { code: "not_unknown" }
  /** The wrong link is no longer there to be replaced, or somebody has replaced it already. */
  | { code: "already_replaced" };

export type Beginning = CreateRequest & {
  apiKeyId: string;
  requestHash: Buffer<ArrayBuffer>;
  timeoutMs: number;
};

export type Begun = { id: string; reference: string | null };

/** Commits the row of a link before its POST is sent. When this fails, nothing was sent. */
export function beginSending(
  beginning: Beginning,
): Promise<Result<Begun, BeginFailure | { code: "intent_taken" }>> {
  const { merchantId, replaces, corrects, isRepeatable } = beginning;
  return withMerchant(merchantId, async (tx) => {
    if (replaces === undefined) {
      const duplicate = isRepeatable ? null : await findNearDuplicateLink(tx, beginning);
      if (duplicate) return fail({ code: "near_duplicate", duplicate });
    } else if ((await lockState(tx, replaces)) !== "unknown") {
      // "Create again" was submitted twice; the first one's row holds the outcome.
      const taken = await findIntent(tx, beginning.intentId);
      return fail({ code: taken ? "intent_taken" : "not_unknown" });
    }
    if (corrects !== undefined && !(await mayCorrect(tx, { id: corrects, mode: beginning.mode }))) {
      const taken = await findIntent(tx, beginning.intentId);
      return fail({ code: taken ? "intent_taken" : "already_replaced" });
    }
    const begun = await insertWithFreeReference(tx, beginning);
    if (!begun) return fail({ code: "intent_taken" });
    if (replaces !== undefined) {
      const { actor } = beginning;
      await recordLinkEvent(tx, { kind: "replaced", link: { id: replaces }, actor, newId: begun.id });
    }
    return ok(begun);
  });
}

async function findNearDuplicateLink(
  tx: MerchantTx,
  { mode, link, duplicateOf, intentId, requestHash }: Beginning,
): Promise<NearDuplicate | null> {
  await lockContent(tx, requestHash);
  const since = new Date(Date.now() - nearDuplicateMs);
  const duplicate = await findNearDuplicate(tx, { ...link, mode, intentId, since });
  return duplicate?.id === duplicateOf ? null : duplicate;
}

/** Null when there is a row for the intent already. If a reference is taken, another one is tried. */
async function insertWithFreeReference(
  tx: MerchantTx,
  { actor, mode, intentId, link, replaces, corrects, apiKeyId, requestHash, timeoutMs, expiry }: Beginning,
): Promise<Begun | null> {
  const id = uuidv7();
  const leaseUntil = new Date(Date.now() + timeoutMs + leaseMarginMs);
  const createdById = actor.userId;
  const { references, timeZone, linkExpiry } = await findNewLinkSettings(tx);
  const expiresAt = toExpiresAt(expiry ?? linkExpiry, { timeZone });
  const row = { ...link, id, mode, intentId, requestHash, apiKeyId, createdById, leaseUntil, expiresAt };
  for (const length of referenceLengths) {
    const reference = references ? newReference(length) : null;
    if (
      await insertSending(tx, {
        ...row,
        reference,
        replacesId: replaces ?? null,
        correctsId: corrects ?? null,
      })
    ) {
      return { id, reference };
    }
    if (await findIntent(tx, intentId)) return null;
  }
  throw new Error("no free reference of any length");
}
