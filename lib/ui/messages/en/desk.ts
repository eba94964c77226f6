/** Words of the desk: what stands beside the history, and the keys. */
export const desk = {
  desk: {
    nothingOpen: "Choose a link to see it here.",
    pages: "Pages",
  },
} as const;
