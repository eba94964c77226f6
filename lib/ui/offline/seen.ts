import { merchantPaths } from "@/lib/core/paths";
import { clear, readAll, write } from "@/lib/ui/offline/database";
import { type LastSeen, longestSeenMs } from "@/lib/ui/offline/last-seen";
import { readOwner, writeOwner } from "@/lib/ui/offline/marks";
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
  await write("seen", seen);
}

export async function forgetSeen(): Promise<void> {
  await clear("seen");
  writeOwner(null);
}

/** What was last seen, of the merchant that was seen most recently first. */
export async function listSeen(): Promise<LastSeen[]> {
  const owner = readOwner();
  const all = (await readAll("seen")).filter(isLastSeen);
  const shown = all.filter(
    (seen) => seen.owner === owner && Date.now() - Date.parse(seen.asOf) < longestSeenMs,
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
