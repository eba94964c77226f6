import { cookies } from "next/headers";
import { cookieName } from "@/lib/platform/cookie-name";

/**
 * Whether single-key shortcuts are on in this browser. People who dictate, or who touch keys by accident, turn them off
 * (WCAG 2.1.4). It depends on the device, so it is stored in the browser.
 */
export async function shortcutsAreOn(): Promise<boolean> {
  return (await cookies()).get(cookieName("shortcuts"))?.value !== "off";
}
