/** What the inbox shows in a list that can be seen as a whole. */
export const seenKinds = ["external", "inactive"] as const;
export type SeenKind = (typeof seenKinds)[number];
