import type { LogColumn } from "@/lib/domain/audit/export-log";
import type { CloseColumn } from "@/lib/domain/payment-links/close/export-close";
import type { LinkColumn } from "@/lib/domain/payment-links/history/export-links";

/** What stands in files for people in place of the codes of files for programs. */
export const exported = {
  exported: {
    links: {
      created_at: "Created",
      time_zone: "Time zone",
      amount: "Amount",
      currency: "Currency",
      description: "Description",
      reference: "Reference",
      state: "State",
      mode: "Mode",
      created_by: "Created by",
      url: "Address at 4Geeks",
      id: "ID",
      note: "Note",
      tags: "Tags",
      customer_name: "Customer",
      customer_phone: "Customer’s phone",
      customer_reference: "Customer’s reference",
      marked_paid_at: "Marked as paid on",
      marked_paid_by: "Marked as paid by",
      paid_reference: "Reference of the payment",
      paid_note: "Note on the payment",
      short_code: "Code of the short address",
      expires_at: "Expires",
      first_opened_at: "First opened",
      last_opened_at: "Last opened",
      opened_count: "Times opened",
      points_to_code: "Leads to the code",
      cancelled_at: "Cancelled on",
      cancelled_by: "Cancelled by",
      cancel_reason: "Why it was cancelled",
      replaced_by_code: "Replaced by the code",
    } satisfies Record<LinkColumn, string>,
    close: {
      from: "From",
      before: "Until",
      time_zone: "Time zone",
      mode: "Mode",
      created_by: "Created by",
      currency: "Currency",
      state: "State",
      links: "Links",
      amount: "Amount",
    } satisfies Record<CloseColumn, string>,
    log: {
      at: "Time",
      time_zone: "Time zone",
      name: "Name",
      email: "Email",
      action: "Action",
      about: "About",
      from: "Network address",
      details: "Details",
      id: "ID",
      request: "Request",
    } satisfies Record<LogColumn, string>,
    states: {
      made: "Created",
      marked_paid_made_before: "Marked as paid, created before",
    },
  },
  exportRun: {
    title: "Export",
    missing: "The file has not begun yet.",
    running: "{written, plural, one {# link} other {# links}} written",
    counted: "{written, number} of {total, plural, one {# link} other {# links}} written",
    done: "The file is complete: {written, plural, one {# link} other {# links}}.",
    broken:
      "The download broke off after {written, plural, one {# link} other {# links}}. The file is incomplete: do not use it.",
    cancelled: "You cancelled the download. The file is incomplete: do not use it.",
    cancel: "Cancel download",
    again: "Try again",
    close: "Close",
  },
  /** The same of files with other lines than links. */
  exportLines: {
    running: "{written, plural, one {# line} other {# lines}} written",
    counted: "{written, number} of {total, plural, one {# line} other {# lines}} written",
    done: "The file is complete: {written, plural, one {# line} other {# lines}}.",
    broken:
      "The download broke off after {written, plural, one {# line} other {# lines}}. The file is incomplete: do not use it.",
  },
} as const;
