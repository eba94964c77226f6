import { DraftsKeeper } from "@/lib/ui/offline/keeper";
import { offlineKeys } from "@/lib/web/offline-keys";
import { currentSession } from "@/lib/web/session";

/** The person's drafts on pages outside of a business: they may have lost the one that the drafts are for. */
export async function PersonDrafts() {
  const session = await currentSession();
  if (!session || session.till) return null;
  return <DraftsKeeper person={offlineKeys(session).person} />;
}
