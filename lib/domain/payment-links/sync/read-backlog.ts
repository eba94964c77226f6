import { type Backlog, findBacklog } from "@/lib/domain/payment-links/sync/due-store";
import { withSystem } from "@/lib/platform/db";

/** What waits, for whoever watches the portal. */
export function readBacklog(): Promise<Backlog> {
  return withSystem(findBacklog);
}
