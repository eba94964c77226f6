import { cookies } from "next/headers";
import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import type { Device } from "@/lib/domain/accounts/schema";
import { cookieName, isSecureOrigin } from "@/lib/platform/cookie-name";
import { requireSetting } from "@/lib/platform/env";

/** The longest that browsers keep a cookie. */
const deviceSeconds = 400 * 24 * 60 * 60;

/** A till is shared by a shift or two; the cookie must not grow without an end. */
const mostPeople = 8;

/** Makes another key than the session's, so that neither cookie can stand in for the other. */
const salt = "device";

const claimsSchema = z.object({ id: z.uuid(), userIds: z.array(z.uuid()).max(mostPeople) });

/**
 * Who has signed in with this browser; null when nobody has. It gives no access: it only gives a browser a counter of
 * its own for wrong passwords, so that outsiders' attempts keep nobody out.
 */
export async function readDevice(): Promise<Device | null> {
  const token = (await cookies()).get(cookieName("device"))?.value;
  if (!token) return null;
  const secret = requireSetting("NEXTAUTH_SECRET");
  const claims = await decode({ token, secret, salt }).catch(() => null);
  return claimsSchema.safeParse(claims).data ?? null;
}

/** Remembers in the browser that a person has signed in with it. It stays when they sign out. */
export async function rememberDevice(userId: string): Promise<void> {
  const device = await readDevice();
  const others = device?.userIds.filter((id) => id !== userId) ?? [];
  const token = {
    id: device?.id ?? crypto.randomUUID(),
    userIds: [userId, ...others].slice(0, mostPeople),
  };
  const secret = requireSetting("NEXTAUTH_SECRET");
  (await cookies()).set(cookieName("device"), await encode({ token, secret, salt, maxAge: deviceSeconds }), {
    ...{ path: "/", httpOnly: true, sameSite: "lax", secure: isSecureOrigin() },
    maxAge: deviceSeconds,
  });
}
