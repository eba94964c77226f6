/** What the frame says about drafts and new versions. The scripts that say so have it in every language. */
export const draftsBar = {
  waiting: "not links yet",
  made: "made from drafts",
  see: "See drafts",
  signedOut: "Sign in again to send your drafts. None is lost.",
  signIn: "Sign in",
  newVersion: "There is a new version of Cobro.",
  update: "Update",
} as const;
