import { listOperations } from "@/lib/domain/operator/operation-store";
import { isOperation, type OperationKind } from "@/lib/domain/operator/schema";

export type LoggedOperation = {
  id: string;
  at: Date;
  operator: string;
  action: OperationKind;
  target: string;
};

/** What operators did last, newest first; what a newer release records is left out. */
export async function latestOperations(limit: number): Promise<LoggedOperation[]> {
  const rows = await listOperations(limit);
  return rows.flatMap(({ id, at, operator, action, target }) =>
    isOperation(action) ? [{ id, at, operator, action, target: target ?? "" }] : [],
  );
}
