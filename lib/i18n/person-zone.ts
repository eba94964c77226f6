import { cookies } from "next/headers";
import { remember } from "@/lib/core/remember";
import { loadForPage } from "@/lib/i18n/load-for-page";
import { isTimeZone } from "@/lib/money/region";
import { cookieName } from "@/lib/platform/cookie-name";

/** The longest name of a zone has half as many characters. */
const longest = 64;

/** To ask the engine takes as long as to write a line of a page. More than there are zones. */
const isZone = remember(1_000, isTimeZone);

/** The time zone of the person's browser, from its cookie; null when it has not said one that exists. */
export const getPersonZone = loadForPage(async (): Promise<string | null> => {
  const told = (await cookies()).get(zoneCookie())?.value ?? "";
  return told !== "" && told.length <= longest && isZone(told) ? told : null;
});

export function zoneCookie(): string {
  return cookieName("zone");
}
