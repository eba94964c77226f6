// Small marks in localStorage, so that a page knows without opening a database whether there is anything in it.

const ownerMark = "cobro-offline-owner";
const draftsMark = "cobro-offline-drafts";

/** The owner of what was last seen; empty when it is to be deleted, null when nothing is stored. */
export function readOwner(): string | null {
  return attempt(() => localStorage.getItem(ownerMark));
}

export function writeOwner(owner: string | null): void {
  attempt(() =>
    owner === null ? localStorage.removeItem(ownerMark) : localStorage.setItem(ownerMark, owner),
  );
}

/** From now on nothing of it is shown. It is deleted by the next page, where nobody is signed in. */
export function endOwner(): void {
  writeOwner("");
}

/** How many drafts a person has in this browser, and how many of them are no links yet. */
export type DraftCount = { all: number; open: number };

/** By the opaque names of their persons. */
export function countDrafts(person: string): number {
  return readCounts()[person]?.all ?? 0;
}

/** Whether anybody's drafts would be lost if the browser deleted what it stores of the portal. */
export function hasOpenDrafts(): boolean {
  return Object.values(readCounts()).some(({ open }) => open > 0);
}

export function writeDraftCounts(counts: Record<string, DraftCount>): void {
  attempt(() =>
    Object.keys(counts).length === 0
      ? localStorage.removeItem(draftsMark)
      : localStorage.setItem(draftsMark, JSON.stringify(counts)),
  );
}

function readCounts(): Record<string, DraftCount> {
  const counts: unknown = attempt(() => JSON.parse(localStorage.getItem(draftsMark) ?? "{}"));
  // Nothing but `writeDraftCounts` writes it.
  return typeof counts === "object" && counts !== null ? { ...(counts as Record<string, DraftCount>) } : {};
}

/** A browser may forbid storage; the portal then works as it does without. */
function attempt<Value>(work: () => Value): Value | null {
  try {
    return work();
  } catch {
    return null;
  }
}
