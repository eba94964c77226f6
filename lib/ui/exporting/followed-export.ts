import { exportKey } from "./export-key";

/** An export that was begun in this tab: its id, and the address of its file. */
export type FollowedExport = { id: string; href: string };

/** Lets the browser download the file as always, with an id by which the page can ask how it goes on. */
export function beginDownload(runs: string, href: string): FollowedExport {
  const followed = { id: crypto.randomUUID(), href };
  const address = new URL(href);
  address.searchParams.set("progress", followed.id);
  const link = document.createElement("a");
  link.href = address.href;
  link.download = "";
  link.click();
  attempt(() => sessionStorage.setItem(exportKey(runs), JSON.stringify(followed)));
  return followed;
}

/** The export that was begun last, as its page may have been left since. */
export function readExport(runs: string): FollowedExport | null {
  const text = attempt(() => sessionStorage.getItem(exportKey(runs)));
  const found: unknown = text ? attempt(() => JSON.parse(text)) : null;
  return isFollowed(found) ? found : null;
}

export function forgetExport(runs: string): void {
  attempt(() => sessionStorage.removeItem(exportKey(runs)));
}

function isFollowed(found: unknown): found is FollowedExport {
  if (typeof found !== "object" || found === null || !("id" in found) || !("href" in found)) return false;
  return typeof found.id === "string" && typeof found.href === "string";
}

/** A browser may forbid its storage; then an export is followed until its page is left. */
function attempt<Value>(work: () => Value): Value | null {
  try {
    return work();
  } catch {
    return null;
  }
}
