import type { LinkView } from "@/lib/core/link-view";
import { mergeChanges } from "@/lib/core/merge-changes";
import { fail, ok, type Result } from "@/lib/core/result";
import { recordEvent } from "@/lib/domain/audit/record-event";
import type { Actor } from "@/lib/domain/audit/schema";
import { emptyCells, fillNotes, lockNotes, writeNotes } from "@/lib/domain/payment-links/notes/notes-store";
import {
  customerFields,
  type LinkNotes,
  type NotesField,
  notesFields,
} from "@/lib/domain/payment-links/notes/schema";
import { type MerchantTx, withMerchant } from "@/lib/platform/db";

type Request = { view: LinkView; actor: Actor; id: string };

export type NotesFailure = { code: "link_gone" };

type ChangeFailure =
  | NotesFailure
  | { code: "changed_meanwhile"; conflicts: NotesField[]; now: LinkNotes; merged: LinkNotes };

/**
 * Writes what the person changed. What somebody else changed meanwhile stays; what both changed is asked about. The
 * audit log says which fields were changed, and never what is in them, because nothing can be removed from it.
 * @param drawn the fields as the form showed them when it was opened.
 */
export function changeNotes({
  view,
  actor,
  id,
  notes: sent,
  drawn = {},
}: Request & { notes: LinkNotes; drawn?: Record<string, unknown> }): Promise<Result<void, ChangeFailure>> {
  return withMerchant(view.merchantId, async (tx) => {
    const now = (await lockNotes(tx, view, [id])).get(id);
    if (!now) return fail({ code: "link_gone" });
    const { changes, conflicts, merged } = mergeChanges({ drawn, sent, now });
    if (conflicts.length > 0) return fail({ code: "changed_meanwhile", conflicts, now, merged });
    const changed = Object.keys(changes);
    if (changed.length === 0) return ok(undefined);
    await writeNotes(tx, view, id, merged);
    const details = Object.fromEntries(changed.map((field) => [field, "changed"]));
    await recordEvent(tx, { actor, action: "link.noted", targetId: id, details });
    return ok(undefined);
  });
}

/** Writes what is given about a link, where it has nothing yet, and records which fields that were. */
export async function noteLink(
  tx: MerchantTx,
  { actor, id, notes }: { actor: Actor; id: string; notes: LinkNotes },
): Promise<void> {
  if (notesFields.every((field) => notes[field].length === 0)) return;
  const added = await fillNotes(tx, id, notes);
  if (added.length === 0) return;
  const details = Object.fromEntries(added.map((field) => [field, "changed"]));
  await recordEvent(tx, { actor, action: "link.noted", targetId: id, details });
}

/** Empties everything about the customer, as they may ask for. */
export function removeCustomer({ view, actor, id }: Request): Promise<Result<void, NotesFailure>> {
  return withMerchant(view.merchantId, async (tx) => {
    const now = (await lockNotes(tx, view, [id])).get(id);
    if (!now) return fail({ code: "link_gone" });
    if (customerFields.every((field) => now[field] === "")) return ok(undefined);
    const empty = { customerName: "", customerPhone: "", customerReference: "" };
    await writeNotes(tx, view, id, { ...now, ...empty });
    await emptyCells(tx, [id]);
    await recordEvent(tx, { actor, action: "link.customer_removed", targetId: id });
    return ok(undefined);
  });
}
