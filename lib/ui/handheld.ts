import { headers } from "next/headers";

/**
 * Whether a phone asks, by what it says of itself: it has no room for a second column, and is not sent one. A tablet
 * or a phone that says otherwise gets it, hidden by the style sheet where it does not fit.
 */
export async function isHandheld(): Promise<boolean> {
  const given = await headers();
  const hint = given.get("sec-ch-ua-mobile");
  return hint ? hint === "?1" : /\bMobi/.test(given.get("user-agent") ?? "");
}
