/** In a browser, in place of `later-parts`, which is a file of its own there. */
export const laterParts = null;
