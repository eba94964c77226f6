import { cookies } from "next/headers";
import { cache } from "react";
import { findTill } from "@/lib/domain/tills/find-till";
import type { Till } from "@/lib/domain/tills/schema";
import { authCookie } from "@/lib/web/session-cookie";

/** The longest that browsers keep a cookie. */
const rememberedSeconds = 400 * 24 * 60 * 60;

/** The shared till that this browser is; null for any other. Read from the database, so that a removed one is none. */
export const currentTill = cache(async (): Promise<Till | null> => {
  const token = (await cookies()).get(authCookie("till").name)?.value;
  return token === undefined ? null : findTill(token);
});

/** Makes this browser a till, or remembers it for longer. */
export async function writeTillCookie(token: string): Promise<void> {
  const { name, options } = authCookie("till");
  (await cookies()).set(name, token, { ...options, maxAge: rememberedSeconds });
}

/** Every sign-in with a PIN puts off the day on which the browser forgets that it is a till. */
export async function renewTillCookie(): Promise<void> {
  const token = (await cookies()).get(authCookie("till").name)?.value;
  if (token !== undefined) await writeTillCookie(token);
}
