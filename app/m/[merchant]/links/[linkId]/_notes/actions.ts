"use server";

import { redirect } from "next/navigation";
import * as z from "zod";
import { addressWith } from "@/lib/core/address-with";
import { getQuery, typedFilters } from "@/lib/core/filters";
import { historyFilters } from "@/lib/domain/payment-links/history/parse-filters";
import { changeNotes, removeCustomer } from "@/lib/domain/payment-links/notes/change-notes";
import {
  type LinkNotes,
  type NotesField,
  noteLengths,
  notesForm,
} from "@/lib/domain/payment-links/notes/schema";
import { schemaErrors } from "@/lib/i18n/schema-errors";
import { getRegion } from "@/lib/money/region";
import { memberAction } from "@/lib/web/action";
import { drawn, rowId, text } from "@/lib/web/form-schema";
import { toNotesForm } from "./to-notes-form";

/** Saves a link's note, tags and customer. `search` has the filters of the history beside it. */
export const changeLinkNotes = memberAction(
  "links:note",
  {
    schema: z.object({
      ...{ linkId: rowId, search: text, drawn, note: text, tags: text },
      ...{ customerName: text, customerPhone: text, customerReference: text },
    }),
    longest: { note: 4 * noteLengths.note, drawn: 20_000 },
    tooLong: {
      ...{ note: "note_too_long", tags: "tags_too_many", customerName: "customer_name_too_long" },
      ...{ customerPhone: "phone_too_long", customerReference: "customer_reference_too_long" },
    },
  },
  async ({ view, actor, merchant, paths, locale }, { linkId, search, drawn: asDrawn, ...form }) => {
    const country =
      getRegion({ ...merchant, currency: merchant.defaultCurrency }) ??
      new Intl.Locale(locale).region ??
      null;
    const parsed = notesForm(country).safeParse(form);
    if (!parsed.success) return { errors: schemaErrors<NotesField>(parsed.error) };
    const changed = await changeNotes({ view, actor, id: linkId, notes: parsed.data, drawn: asDrawn });
    if (!changed.ok && changed.code === "changed_meanwhile") return conflict(changed);
    if (!changed.ok) return { errors: { form: changed.code } };
    redirect(backTo(paths.link(linkId), search));
  },
);

/** Empties what is stored about a link's customer. */
export const removeLinkCustomer = memberAction(
  "links:note",
  { schema: z.object({ linkId: rowId, search: text }) },
  async ({ view, actor, paths }, { linkId, search }) => {
    const removed = await removeCustomer({ view, actor, id: linkId });
    if (!removed.ok) return { errors: { form: removed.code } };
    redirect(backTo(paths.link(linkId), search));
  },
);

/** An error for each field that somebody else changed too, with its current value. */
function conflict({
  conflicts,
  now,
  merged,
}: {
  conflicts: NotesField[];
  now: LinkNotes;
  merged: LinkNotes;
}) {
  const shown = toNotesForm(now);
  return {
    errors: Object.fromEntries(
      conflicts.map((name) => [name, { code: "changed_meanwhile" as const, now: shown[name] || "–" }]),
    ),
    values: { ...toNotesForm(merged), drawn: JSON.stringify(now) },
  };
}

/** The link's page with the same filters. Only filters are taken from the form, so that it leads nowhere else. */
function backTo(path: string, search: string): string {
  const query = getQuery(`https://cobro.invalid/${search}`);
  return addressWith(path, { ...typedFilters(historyFilters, query), saved: String(Date.now()) });
}
