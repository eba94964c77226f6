import { cookies } from "next/headers";
import { cookieName } from "@/lib/platform/cookie-name";

/**
 * Whether single keys do something in this browser. Who speaks to a computer, or rests a hand on the keys, turns them
 * off (WCAG 2.1.4); it is a matter of the device in front of a person, and stays with it.
 */
export async function shortcutsAreOn(): Promise<boolean> {
  return (await cookies()).get(cookieName("shortcuts"))?.value !== "off";
}
