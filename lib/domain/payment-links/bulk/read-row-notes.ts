import { fail, ok, type Result } from "@/lib/core/result";
import { type Layout, problemCodes, type RowProblem } from "@/lib/domain/payment-links/bulk/schema";
import { type LinkNotes, notesFields, notesForm } from "@/lib/domain/payment-links/notes/schema";
import { type Cell, cellText } from "@/lib/spreadsheets/table";

type ReadRowNotes = (cells: readonly Cell[]) => Result<LinkNotes, { code: "wrong"; problems: RowProblem[] }>;

/** Reads what a row says of its customer, and what the team notes of it. Both stay with the team. */
export function rowNotesReader({
  noteColumns,
  country,
}: Pick<Layout, "noteColumns" | "country">): ReadRowNotes {
  const form = notesForm(country);
  return (cells) => {
    const typed = Object.fromEntries(
      notesFields.map((field) => [field, cellText(cells[noteColumns[field] ?? -1])]),
    );
    const notes = form.safeParse(typed);
    if (notes.success) return ok(notes.data);
    const problems = notes.error.issues.flatMap(({ path: [name], message }) => {
      const code = problemCodes.find((known) => known === message);
      const field = notesFields.find((known) => known === name);
      return code && field ? [{ column: noteColumns[field] ?? null, code }] : [];
    });
    return fail({ code: "wrong", problems });
  };
}
