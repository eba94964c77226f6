import type { MerchantId } from "@/lib/core/merchant-id";
import { insertOperation } from "@/lib/domain/operator/operation-store";
import type { OperationKind, Operator } from "@/lib/domain/operator/schema";
import { log } from "@/lib/platform/log";
import { currentRequestId } from "@/lib/platform/request-id";
import { uuidv7 } from "@/lib/platform/uuidv7";

/**
 * Records what an operator is about to do, before it is done: what was begun is in the log even if the process dies then.
 * The event of the merchant's own log has the same request id.
 */
export async function recordOperation({
  by,
  action,
  merchantId = null,
  target,
  details = {},
}: {
  by: Operator;
  action: OperationKind;
  merchantId?: MerchantId | null;
  target: string;
  /** Never a secret. */
  details?: Record<string, string | number | null>;
}): Promise<void> {
  const now = Date.now();
  const operation = {
    ...{ id: uuidv7(now), at: new Date(now), operatorId: by.userId, operator: by.name, action },
    ...{ merchantId, target, details, requestId: currentRequestId() ?? null },
  };
  await insertOperation(operation);
  const { id, operatorId } = operation;
  // A command prints for a person, whose terminal is no log.
  if (operatorId !== null)
    log().warn({ code: "operator_event", eventId: id, operatorId, action, merchantId, target });
}
