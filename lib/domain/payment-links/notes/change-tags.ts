import type { LinkView } from "@/lib/core/link-view";
import { fail, ok, type Result } from "@/lib/core/result";
import { recordEvent } from "@/lib/domain/audit/record-event";
import type { Actor } from "@/lib/domain/audit/schema";
import { lockNotes, writeNotes } from "@/lib/domain/payment-links/notes/notes-store";
import { addTags } from "@/lib/domain/payment-links/notes/schema";
import { withMerchant } from "@/lib/platform/db";

/** The code is that of the form's field: one of the links would have too many tags, so none was changed. */
class TooManyTags extends Error {}

/** Adds tags to several links: to all of them, or to none. Links that the person may not see are left out. */
export async function tagLinks({
  view,
  actor,
  ids,
  tags,
}: {
  view: LinkView;
  actor: Actor;
  ids: readonly string[];
  tags: readonly string[];
}): Promise<Result<void, { code: "tags_too_many" }>> {
  try {
    await withMerchant(view.merchantId, async (tx) => {
      for (const [id, notes] of await lockNotes(tx, view, [...ids])) {
        const all = addTags(notes.tags, tags);
        if (!all) throw new TooManyTags();
        if (all.length === notes.tags.length) continue;
        await writeNotes(tx, view, id, { ...notes, tags: all });
        await recordEvent(tx, { actor, action: "link.noted", targetId: id, details: { tags: "changed" } });
      }
    });
    return ok(undefined);
  } catch (error) {
    if (error instanceof TooManyTags) return fail({ code: "tags_too_many" });
    throw error;
  }
}
