import { db } from "@/lib/platform/db";

/** What an operator did. `target` is a slug, the number of a job, or what a command was given. */
export type Operation = {
  id: string;
  at: Date;
  operatorId: string | null;
  operator: string;
  action: string;
  merchantId: string | null;
  target: string | null;
  details: Record<string, string | number | null>;
  requestId: string | null;
};

export async function insertOperation(operation: Operation): Promise<void> {
  await db().operatorEvent.create({ data: operation, select: { id: true } });
}

/** The latest, newest first. */
export function listOperations(limit: number) {
  return db().operatorEvent.findMany({ orderBy: { id: "desc" }, take: limit });
}
