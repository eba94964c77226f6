import * as z from "zod";
import { readLine } from "@/lib/core/line-of-text";
import { readLines } from "@/lib/core/lines-of-text";
import { type PhoneIssue, parsePhone } from "@/lib/core/phone";

/** What the team writes about a link, which is never sent upstream. Empty texts where there is nothing. */
export type LinkNotes = {
  note: string;
  /** In the order in which they were given, in lower case. */
  tags: string[];
  customerName: string;
  /** International: `+50688887777`. */
  customerPhone: string;
  /** What the business itself calls the customer or the order. */
  customerReference: string;
};

/** Most characters, as a person counts them. */
export const noteLengths = { note: 1_000, tag: 30, customerName: 80, customerReference: 60 } as const;

/** With more than this, tags sort nothing any more. */
const mostTags = 10;

/** How many of the merchant's tags are offered. */
export const offeredTags = 12;

export const notesIssues = [
  "note_too_long",
  "note_unprintable",
  "tags_missing",
  "tags_too_many",
  "tag_too_long",
  "tag_unprintable",
  "customer_name_too_long",
  "customer_name_unprintable",
  "customer_reference_too_long",
  "customer_reference_unprintable",
] as const;
export type NotesIssue = (typeof notesIssues)[number];

/** The fields of the form, as they are typed. */
export type NotesField = keyof LinkNotes;

/** Which fields an event says were changed. */
export function listChanged(details: Readonly<Record<string, unknown>>): NotesField[] {
  return notesFields.filter((field) => details[field] === "changed");
}

export const notesFields = ["note", "tags", "customerName", "customerPhone", "customerReference"] as const;
export const customerFields = ["customerName", "customerPhone", "customerReference"] as const;

const note = checked((text) => {
  const lines = readLines(text, noteLengths.note);
  return lines.ok ? { value: lines.value } : { issue: `note_${lines.code}` as const };
});

/** A tag as it is stored, without the sign that people write before it. */
export function withoutHash(tag: string): string {
  return tag.replace(/^[\s#]+/, "");
}

/** Tags as they are typed: separated by commas, semicolons or line breaks, with or without `#`. */
const tagList = checked((text): Checked<string[]> => {
  const tags = new Set<string>();
  for (const typed of text.split(/[,;\r\n]/)) {
    const tag = readLine(withoutHash(typed), noteLengths.tag);
    if (tag.ok) tags.add(tag.value.toLowerCase());
    else if (tag.code !== "missing") return { issue: `tag_${tag.code}` };
  }
  return tags.size > mostTags ? { issue: "tags_too_many" } : { value: [...tags] };
});

/** The same, at least one. */
export const someTags = tagList.refine((tags) => tags.length > 0, "tags_missing");

/** Both lists without repetition; null when they are too many together. */
export function addTags(tags: readonly string[], added: readonly string[]): string[] | null {
  const all = [...new Set([...tags, ...added])];
  return all.length > mostTags ? null : all;
}

/** Checks the form's fields. @param country (`CR`) is assumed for a number without a country code. */
export function notesForm(country: string | null) {
  return z.object({
    note,
    tags: tagList,
    customerName: optionalLine("customer_name", noteLengths.customerName),
    customerPhone: checked((text): Checked<string> => {
      if (text.trim() === "") return { value: "" };
      const phone = parsePhone(text, country);
      return phone.ok ? { value: `+${phone.value.digits}` } : { issue: phone.code };
    }),
    customerReference: optionalLine("customer_reference", noteLengths.customerReference),
  });
}

type Checked<Value> = { value: Value } | { issue: NotesIssue | PhoneIssue };

function optionalLine(field: "customer_name" | "customer_reference", max: number) {
  return checked((text): Checked<string> => {
    const line = readLine(text, max);
    if (line.ok) return { value: line.value };
    return line.code === "missing" ? { value: "" } : { issue: `${field}_${line.code}` };
  });
}

/** A text that a function reads; its issue becomes zod's message. */
function checked<Value>(read: (text: string) => Checked<Value>) {
  return z.string().transform((text, context) => {
    const found = read(text);
    if ("value" in found) return found.value;
    context.addIssue({ code: "custom", message: found.issue });
    return z.NEVER;
  });
}
