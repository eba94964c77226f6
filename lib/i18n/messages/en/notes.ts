import type { NotesField, NotesIssue } from "@/lib/domain/payment-links/notes/schema";

/** Messages about what the team writes about a link. */
export const notes = {
  notes: {
    title: "Note, tags and customer",
    add: "Add a note, tags or the customer",
    change: "Change",
    tagsHint: "Separate them with commas. At most 10.",
    addTag: "Add the tag {tag}",
    phoneHint: "WhatsApp opens with this number. Without a country code it is read as {code}.",
    phoneHintAny: "WhatsApp opens with this number. Begin with + and the country code.",
    referenceHint: "What you call the customer or the order, for example an invoice number.",
    private: "Only your team sees this. It is not sent to 4Geeks or the customer.",
    save: "Save",
    saving: "Saving…",
    remove: "Remove the customer's data",
    removeText: "Empties the name, the phone and the reference. The note stays.",
    removing: "Removing…",
    whatsappTo: "WhatsApp opens with {number}.",
  },
  customers: {
    title: "Remove a customer's data",
    short: "For a customer who asks you to forget them.",
    text: "Empties the name, the phone and the reference in every link with this number, and in the rows of tables that say it. Notes, descriptions and messages that were sent stay.",
    phone: "The customer's phone",
    find: "Find where it is",
    finding: "Looking…",
    links: "{count, plural, one {# link} other {# links}}",
    rows: "{count, plural, one {# row of a table} other {# rows of tables}}",
    found: "{number} is in {places}. This cannot be undone.",
    remove: "Remove it everywhere",
    done: "The customer's data was removed from {places}.",
  },
  notesField: {
    note: "Note",
    tags: "Tags",
    customerName: "Customer",
    customerPhone: "Customer's phone",
    customerReference: "Customer's reference",
  } satisfies Record<NotesField, string>,
} as const;

export const notesErrors = {
  customer_unknown: "No link and no table of this business has this number. Check the digits.",
  note_too_long: "Use at most 1,000 characters.",
  note_unprintable: "There are characters in this note that cannot be shown. Delete it and type it by hand.",
  tags_missing: "Type at least one tag.",
  tags_too_many: "A link can have at most 10 tags. Remove some.",
  tag_too_long: "A tag can have at most 30 characters. Separate tags with commas.",
  tag_unprintable: "There are characters in a tag that cannot be shown. Delete it and type it by hand.",
  customer_name_too_long: "Use at most 80 characters.",
  customer_name_unprintable:
    "There are characters in this name that cannot be shown. Delete it and type it by hand.",
  customer_reference_too_long: "Use at most 60 characters.",
  customer_reference_unprintable:
    "There are characters in this reference that cannot be shown. Delete it and type it by hand.",
} as const satisfies Record<NotesIssue | "customer_unknown", string>;
