import { parsePhone } from "@/lib/core/phone";
import type { LinkNotes, NotesField } from "@/lib/domain/payment-links/notes/schema";

/** The notes as a form shows them; `drawn` tells later what was changed in it. */
export function toNotesForm(notes: LinkNotes): Record<NotesField | "drawn", string> {
  const phone = parsePhone(notes.customerPhone, null);
  return {
    ...notes,
    tags: notes.tags.join(", "),
    customerPhone: phone.ok ? phone.value.shown : notes.customerPhone,
    drawn: JSON.stringify(notes),
  };
}
