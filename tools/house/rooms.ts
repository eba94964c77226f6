/**
 * The rooms, from the ground up. A room may use the rooms of every lower floor, and none on its own floor or above. The
 * nouns of `domain/` have ranks of their own. A new room belongs on the lowest floor that its imports allow.
 */
export const floors: readonly (readonly string[])[] = [
  ["lib/core"],
  ["lib/money", "lib/platform", "lib/spreadsheets"],
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
  "second-factors",
  "identities",
  "accounts",
  "merchants",
  "tills",
  "invitations",
  "api-keys",
  "payment-links",
  "link-templates",
  "operator",
] as const;

/** Rooms that import only types from `domain/`: they show its values, and never read any. */
export const typesOfDomainOnly = ["lib/i18n", "lib/ui"];

/** The packages that a room may use, for rooms with such a list. `node:` is all of Node. */
export const packagesOf: Readonly<Record<string, readonly string[]>> = {
  // These also run in a browser: no Node, and only packages that are small or that we could not write ourselves.
  "lib/core": ["zod", "libphonenumber-js"],
  "lib/money": ["country-to-currency"],
};

export type Place = { room: string; floor: number; noun: string | null; step: number };

/**
 * The place of a file: its room, that room's floor, and in `domain/` its noun and the noun's rank; null outside of all
 * rooms.
 */
export function findPlace(path: string): Place | null {
  const floor = floors.findIndex((rooms) => rooms.some((room) => path.startsWith(`${room}/`)));
  const room = floors[floor]?.find((room) => path.startsWith(`${room}/`));
  if (room === undefined) return null;
  const noun = room === "lib/domain" ? (path.split("/")[2] ?? "") : null;
  const step = (nouns as readonly (string | null)[]).indexOf(noun);
  return { room, floor, noun, step };
}
