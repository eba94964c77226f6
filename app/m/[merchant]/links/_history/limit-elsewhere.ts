/** As in `parse-filters.ts`, whose schemas are not for browsers. */
export const mostChosen = 100;

/**
 * Of the chosen links that are on other pages, those that are sent with the ones here. One more than can be is enough for the
 * page to say so; all of them could make its address too long.
 */
export function limitElsewhere(elsewhere: readonly string[], chosenHere: number): string[] {
  return elsewhere.slice(0, Math.max(1, mostChosen + 1 - chosenHere));
}
