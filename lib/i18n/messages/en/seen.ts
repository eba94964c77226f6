/** Messages about links of the inbox that are seen all at once. */
export const seen = {
  seen: {
    inactive: "Seen, all of them",
    external: "Dismiss all of them",
    pending: "One moment…",
    done: "{count, plural, one {# link is out of the inbox.} other {# links are out of the inbox.}} All stay in the history.",
    undo: "Undo",
    undoing: "Undoing…",
    asks: "Links that turn inactive at 4Geeks come here, for somebody to see.",
    asksNothing: "Links that turn inactive at 4Geeks do not come here. Their state is in the history.",
    stopAsking: "Do not ask about inactive links",
    ask: "Ask about inactive links again",
    saving: "Saving…",
  },
} as const;
