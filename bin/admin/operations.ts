import { print } from "@/bin/admin/print";
import { latestOperations } from "@/lib/domain/operator/list-operations";

const shown = 100;

/** What operators did, the latest last, as a terminal shows best. */
export async function operations(): Promise<boolean> {
  const latest = await latestOperations(shown);
  for (const { at, operator, action, target } of latest.reverse()) {
    print(`${at.toISOString()}  ${operator}  ${action}  ${target}`);
  }
  print(`${latest.length} operations`);
  return true;
}
