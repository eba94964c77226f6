import { hkdfSync } from "node:crypto";

/** What Next reads its key for server actions from, when it builds and when it serves. */
export const actionKeySetting = "NEXT_SERVER_ACTIONS_ENCRYPTION_KEY";

/** The key of the running portal, the same in all its processes, whichever build of it they run. */
export function toActionKey(secret: string): string {
  return Buffer.from(hkdfSync("sha256", secret, "", "cobro server actions 1", 32)).toString("base64");
}

/**
 * The key of a build, which is no secret: the ids of actions depend on it, so it is the same for every build of the same
 * source. Nothing is encrypted with it, because the running portal has a key of its own.
 */
export const buildActionKey = toActionKey("a build of Cobro");
