/**
 * The rooms from the ground up. A room may use the rooms of every lower floor and nothing beside or above it; the nouns
 * of `domain/` have floors of their own. A new room goes on the lowest floor that its imports allow.
 */
export const floors: readonly (readonly string[])[] = [
  ["lib/core"],
  ["lib/money", "lib/platform"],
  ["lib/rendering", "lib/gateway", "lib/sandbox"],
  ["lib/domain"],
  ["lib/i18n"],
  ["lib/web", "lib/ui", "lib/mail"],
  ["lib/jobs"],
  ["app"],
];

/** The nouns of `domain/` from the ground up: each may use those before it. */
export const nouns = [
  "audit",
  "members",
  "accounts",
  "merchants",
  "invitations",
  "api-keys",
  "payment-links",
  "link-templates",
  "operator",
] as const;

/** Rooms that know `domain/` by its types alone: they show or say its values and never ask for any. */
export const typesOfDomainOnly = ["lib/i18n", "lib/ui"];

/** Packages that a room may use, where few do. `node:` is all of Node. */
export const packagesOf: Readonly<Record<string, readonly string[]>> = {
  // Values that run in a browser too: no Node, and only what weighs little or cannot be written again.
  "lib/core": ["zod", "libphonenumber-js"],
  "lib/money": ["country-to-currency"],
};

export type Place = { room: string; floor: number; noun: string | null; step: number };

/** Where a file stands: its room, that room's floor, and in `domain/` its noun and the noun's step; null outside. */
export function findPlace(path: string): Place | null {
  const floor = floors.findIndex((rooms) => rooms.some((room) => path.startsWith(`${room}/`)));
  const room = floors[floor]?.find((room) => path.startsWith(`${room}/`));
  if (room === undefined) return null;
  const noun = room === "lib/domain" ? (path.split("/")[2] ?? "") : null;
  const step = (nouns as readonly (string | null)[]).indexOf(noun);
  return { room, floor, noun, step };
}
