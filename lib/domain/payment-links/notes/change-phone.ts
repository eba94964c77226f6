import type { LinkView } from "@/lib/core/link-view";
import type { Phone } from "@/lib/core/phone";
import { fail, ok, type Result } from "@/lib/core/result";
import { recordEvent } from "@/lib/domain/audit/record-event";
import type { Actor } from "@/lib/domain/audit/schema";
import type { NotesFailure } from "@/lib/domain/payment-links/notes/change-notes";
import { lockNotes, writeNotes } from "@/lib/domain/payment-links/notes/notes-store";
import { withMerchant } from "@/lib/platform/db";

/** Stores the number that a link was sent to as its customer's. The log does not say which number it is. */
export function keepPhone({
  view,
  actor,
  id,
  phone,
}: {
  view: LinkView;
  actor: Actor;
  id: string;
  phone: Phone;
}): Promise<Result<void, NotesFailure>> {
  return withMerchant(view.merchantId, async (tx) => {
    const now = (await lockNotes(tx, view, [id])).get(id);
    if (!now) return fail({ code: "link_gone" });
    const customerPhone = `+${phone.digits}`;
    if (now.customerPhone === customerPhone) return ok(undefined);
    await writeNotes(tx, view, id, { ...now, customerPhone });
    const details = { customerPhone: "changed" };
    await recordEvent(tx, { actor, action: "link.noted", targetId: id, details });
    return ok(undefined);
  });
}
