import type { UndoLabels } from "./undo-bar";

/** What the form of a new link says. */
export type LinkLabels = Record<
  | "amount"
  | "currency"
  | "description"
  | "placeholder"
  | "usual"
  | "interpretations"
  | "submit"
  | "pending"
  | "forMerchant"
  | "seeEarlier"
  | "useEarlier"
  | "createAnyway"
  | "keypad"
  | "back"
  | "mark"
  | "offline"
  | "noAnswer"
  | "tapRestored",
  string
> &
  UndoLabels;
