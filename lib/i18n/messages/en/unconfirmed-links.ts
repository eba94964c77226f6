/** Words about what is not certain: a list that may not be whole, a link that was given up. */
export const unconfirmedLinks = {
  unconfirmedLinks: {
    mayMiss: "Since then we could not make sure that we see all of them. We keep looking.",
    more: "More links that we could not confirm",
    moreFound: "More of those found since",
    whole: "The whole inbox",
  },
} as const;
