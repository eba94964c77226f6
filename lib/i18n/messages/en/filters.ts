import type { FilterIssueCode } from "@/lib/core/filters";

/** Why nothing is shown: a filter in the address cannot be read. */
export const filters = {
  filterIssue: {
    nothingShown: "Nothing is shown until this is put right:",
    too_long: "{name}: this is too long. Use at most 200 characters.",
    unprintable: "{name}: there are characters in it that cannot be shown. Delete it and type it by hand.",
    not_in_list: "{name}: we do not know this one. Choose from the list.",
    not_a_day: "{name}: this is not a date. Choose the day again, or write it like 2026-11-28.",
    not_a_time: "{name}: this is not a time. Write it like 07:30 or 22:00.",
    day_not_yet: "{name}: this day has not come yet. Choose today or an earlier day.",
    time_not_yet: "{name}: this time has not come yet. Choose an earlier one.",
    shift_reversed:
      "{name}: this time comes after the last one. A shift over midnight can have up to 16 hours.",
    not_an_amount: "{name}: this is not an amount. Write it like 1500 or 12.50.",
    reversed: "{name}: this day comes after the last one. Choose an earlier day.",
    amounts_reversed: "{name}: this amount is higher than the highest. Choose a lower one.",
    repeated: "{name}: the address has this more than once. Choose one.",
    too_many: "{name}: there are more than 100. Choose fewer, or use the filters.",
    no_such_page: "The address of this page is damaged. Go back to the newest.",
  } satisfies Record<FilterIssueCode | "nothingShown", string>,
  /** Sent in place of a file, as plain text that a browser shows and does not save. */
  download: {
    signed_out: "You are signed out. Sign in to Cobro, then download it again.",
    forbidden: "Your role does not include this. Ask an owner.",
    second_factor_missing: "Set up your second step in the portal first.",
    not_found: "There is no such file here.",
    failed: "Something went wrong on our side. Please download it again.",
    busy: "Many files are being made at this moment. Download it again in a few seconds.",
  },
} as const;
