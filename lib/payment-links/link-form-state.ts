export type LinkField = "intentId" | "amount" | "reading" | "currency" | "description";

/** What the link form needs back besides values and errors. */
export type LinkFormExtra = {
  /** The intent that the next press of the button stands for. */
  intentId: string;
  /** What an ambiguous amount can mean, in minor units. */
  readings: number[];
  /** The page of the link that this form made before. */
  earlierLink?: string;
};
