/** Sentences of limits of a business. */
export const limitErrors = {
  limit_wrong: "Type a whole number from 1 to 100000, or nothing for the usual one.",
  links_used_up:
    "This business has created as many links as it may in an hour. Wait a while, or ask whoever runs this portal for more.",
  too_many_businesses: "Many businesses were created here in the last hour. Wait a while, and try again.",
  team_full:
    "This team has as many people and invitations as it may. Remove one, or ask whoever runs this portal for more.",
  no_room_in_team:
    "There is no room left in this team. Ask whoever invited you to make some, and open the invitation again.",
} as const;
