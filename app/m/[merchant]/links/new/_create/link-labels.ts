import type { ExpiryLabels } from "@/lib/ui/link-fields/expiry-options";
import type { UndoLabels } from "./undo-bar";

/** The sentences and labels of the form for a new link. */
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
> & { expiry: ExpiryLabels } & UndoLabels;
