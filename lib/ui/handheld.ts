import { headers } from "next/headers";

/**
 * Whether the user agent is a phone's, which has no room for a second column and is not sent one. Tablets, and phones
 * that identify as something else, get it; the style sheet hides it where it does not fit.
 */
export async function isHandheld(): Promise<boolean> {
  const given = await headers();
  const hint = given.get("sec-ch-ua-mobile");
  return hint ? hint === "?1" : /\bMobi/.test(given.get("user-agent") ?? "");
}
