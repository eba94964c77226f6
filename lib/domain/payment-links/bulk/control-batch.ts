import type { LinkView } from "@/lib/core/link-view";
import { fail, ok, type Result } from "@/lib/core/result";
import { recordEvent } from "@/lib/domain/audit/record-event";
import type { Actor, AuditAction } from "@/lib/domain/audit/schema";
import {
  deleteDraft,
  findBatch,
  isAnyRunning,
  lockBatch,
  setState,
} from "@/lib/domain/payment-links/bulk/batch-store";
import { checkLayout } from "@/lib/domain/payment-links/bulk/change-layout";
import { attachSent, countRows, renewRefused } from "@/lib/domain/payment-links/bulk/row-store";
import type { Batch, BatchState, BulkFailure } from "@/lib/domain/payment-links/bulk/schema";
import { isUniqueViolation, type MerchantTx, withMerchant } from "@/lib/platform/db";
import { enqueueBulk } from "@/lib/platform/queue";

type Request = { view: LinkView; actor: Actor; id: string };

/** Creates the links of a draft, as it was shown in this version. */
export function startBatch({
  version,
  ...request
}: Request & { version: number }): Promise<Result<void, BulkFailure>> {
  return decide(request, ["draft"], async (tx, batch) => {
    if (batch.version !== version) return fail({ code: "bulk_changed" });
    const wrong = checkLayout(batch.layout);
    if (wrong) return fail({ code: wrong });
    return run(tx, request, batch, "bulk.started");
  });
}

export function pauseBatch(request: Request): Promise<Result<void, BulkFailure>> {
  return decide(request, ["running"], async (tx, { id }) => {
    await setState(tx, id, { state: "paused" });
    await recordEvent(tx, { actor: request.actor, action: "bulk.paused", targetId: id });
    return ok(undefined);
  });
}

export function resumeBatch(request: Request): Promise<Result<void, BulkFailure>> {
  return decide(request, ["paused"], (tx, batch) => run(tx, request, batch, "bulk.resumed"));
}

/** Creates no more of its links. Those that were created stay. */
export function cancelBatch(request: Request): Promise<Result<void, BulkFailure>> {
  return decide(request, ["running", "paused"], async (tx, { id }) => {
    await setState(tx, id, { state: "cancelled" });
    await attachSent(tx, id);
    const { ready, pending } = await countRows(tx, id);
    const details = { ready, pending };
    await recordEvent(tx, { actor: request.actor, action: "bulk.cancelled", targetId: id, details });
    return ok(undefined);
  });
}

/** Tries the rows again whose links upstream refused, and no others. */
export function retryRefused(request: Request): Promise<Result<void, BulkFailure>> {
  return decide(request, ["done"], async (tx, batch) => {
    await renewRefused(tx, batch.id);
    return run(tx, request, batch, "bulk.retried");
  });
}

/** Removes a table from which nothing was created. */
export function discardBatch(request: Request): Promise<Result<void, BulkFailure>> {
  return decide(request, ["draft"], async (tx, { id }) => {
    await deleteDraft(tx, id);
    return ok(undefined);
  });
}

async function run(
  tx: MerchantTx,
  { actor }: Request,
  { id, mode }: Batch,
  action: AuditAction,
): Promise<Result<void, BulkFailure>> {
  const { pending } = await countRows(tx, id);
  if (pending === 0) return fail({ code: "bulk_nothing_to_create" });
  if (await isAnyRunning(tx)) return fail({ code: "bulk_running" });
  // Whoever goes on with it is who asks for the rest of the links.
  await setState(tx, id, { state: "running", actor });
  await recordEvent(tx, { actor, action, targetId: id, details: { rows: pending, mode } });
  await enqueueBulk(tx, id);
  return ok(undefined);
}

/** Decides about a batch that is in one of these states, with its row locked. A refusal changes nothing. */
async function decide(
  { view, id }: Request,
  states: readonly BatchState[],
  change: (tx: MerchantTx, batch: Batch) => Promise<Result<void, BulkFailure>>,
): Promise<Result<void, BulkFailure>> {
  try {
    return await withMerchant(view.merchantId, async (tx) => {
      await lockBatch(tx, id);
      const batch = await findBatch(tx, view, id);
      if (!batch) return fail({ code: "bulk_gone" });
      return states.includes(batch.state) ? await change(tx, batch) : fail({ code: "bulk_changed" });
    });
  } catch (error) {
    // Two batches of one business were started at the same moment.
    if (isUniqueViolation(error)) return fail({ code: "bulk_running" });
    throw error;
  }
}
