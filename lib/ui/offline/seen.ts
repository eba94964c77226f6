import { merchantPaths } from "@/lib/core/merchant-paths";
import { readOwner, writeOwner } from "@/lib/ui/marks/marks";
import { clear, readAll, write } from "@/lib/ui/offline/database";
import { type LastSeen, longestSeenMs, nowFor } from "@/lib/ui/offline/last-seen";
import { isOwnSentence } from "@/lib/ui/offline/own-sentence";

/** Stores what the person sees of a merchant now. Whatever another session has left is deleted first. */
export async function refreshSeen(slug: string, owner: string): Promise<void> {
  if (readOwner() !== owner) await forgetSeen();
  const response = await fetch(merchantPaths(slug).offline, { redirect: "error" }).catch(() => null);
  if (!response) return;
  if (isOwnSentence(response, [401, 403, 404])) return forgetSeen();
  const seen: unknown = response.ok ? await response.json().catch(() => null) : null;
  if (!isLastSeen(seen) || seen.owner !== owner) return;
  // Before the data, so that signing out finds the mark whenever there is something to delete.
  writeOwner(owner);
  await write("seen", { ...seen, storedAt: Date.now() });
}

/** Tells pages that show it that nothing of it may be shown any more. */
export const seenChannel = "cobro-seen";

export async function forgetSeen(): Promise<void> {
  await clear("seen");
  writeOwner(null);
  const channel = new BroadcastChannel(seenChannel);
  channel.postMessage("forgotten");
  channel.close();
}

/** What was last seen, of the merchant that was seen most recently first. */
export async function listSeen(): Promise<LastSeen[]> {
  const owner = readOwner();
  const all = (await readAll("seen")).filter(isLastSeen);
  const shown = all.filter(
    (seen) => seen.owner === owner && nowFor(seen) - Date.parse(seen.asOf) < longestSeenMs,
  );
  return shown.sort((a, b) => Date.parse(b.asOf) - Date.parse(a.asOf));
}

function isLastSeen(value: unknown): value is LastSeen {
  return (
    typeof value === "object" &&
    value !== null &&
    ["owner", "person", "asOf", "merchant", "usedCurrencies", "links"].every((name) => name in value)
  );
}
