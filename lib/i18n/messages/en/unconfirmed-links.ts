/** Messages about what is uncertain: a list that may be incomplete, and links that were discarded. */
export const unconfirmedLinks = {
  unconfirmedLinks: {
    mayMiss: "Since then, we could not be sure of seeing all of them. We keep checking.",
    more: "More links that we could not confirm",
    moreFound: "More of those found since",
    whole: "The whole inbox",
  },
} as const;
