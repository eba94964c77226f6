/** Messages about links that expire, are reopened, or lead elsewhere. */
export const expiry = {
  expiry: {
    label: "Expires",
    none: "Never",
    day: "End of the day",
    "24h": "In 24 hours",
    "7d": "In 7 days",
    date: "On a date",
    asUsual: "As your other links",
    lastDay: "Last day",
    never: "never",
    on: "Expires {when}",
    neverOn: "Never expires",
    text: "From then on, whoever opens its short address is told so.",
    upstream: "Customers may have its address at 4Geeks. That one does not expire.",
    opened: "Whoever has opened it may still have its address at 4Geeks, which does not expire.",
    expiredOn: "Expired {when}",
    expiredText: "Whoever opens its short address is told so. You can reopen it.",
    reopen: "Reopen",
    reopening: "Reopening…",
    save: "Save",
    saving: "Saving…",
  },
  opened: {
    times: "{count, plural, one {Opened {ago}} other {Opened {count, number} times, last {ago}}}",
    never: "Not opened yet",
    hint: "Previews by messengers, and your own team, are not counted.",
  },
} as const;

export const expiryErrors = {
  expiry_day_malformed: "Choose the last day on which it can be paid.",
  expiry_day_past: "That day is over. Choose today or a later one.",
  expiry_day_far: "That is too far away. Choose a day within two years.",
  not_expirable: "This link cannot be changed any more: it was cancelled, or 4Geeks has not confirmed it.",
} as const;
