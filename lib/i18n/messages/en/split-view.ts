/** Messages of the split view, where a link is shown beside the history, and of keyboard shortcuts. */
export const splitView = {
  splitView: {
    nothingOpen: "Choose a link to see it here.",
    close: "Close what is open",
    allKeys: "All shortcuts",
    filteredBy: "Filters: {filters}",
    creator: "Made by",
    pages: "Pages",
  },
} as const;
