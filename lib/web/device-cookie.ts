import * as z from "zod";
import type { Device } from "@/lib/domain/accounts/schema";
import { readEncrypted, writeEncrypted } from "@/lib/web/encrypted-cookie";

/** The longest that browsers keep a cookie. */
const deviceSeconds = 400 * 24 * 60 * 60;

/** A till is shared by a shift or two; the cookie must not grow without an end. */
const mostPeople = 8;

const claimsSchema = z.object({ id: z.uuid(), userIds: z.array(z.uuid()).max(mostPeople) });

/**
 * Who has signed in with this browser; null when nobody has. It gives no access: it only gives a browser a counter of
 * its own for wrong passwords, so that outsiders' attempts keep nobody out.
 */
export function readDevice(): Promise<Device | null> {
  return readEncrypted("device", claimsSchema);
}

/** Remembers in the browser that a person has signed in with it. It stays when they sign out. */
export async function rememberDevice(userId: string): Promise<void> {
  const device = await readDevice();
  const others = device?.userIds.filter((id) => id !== userId) ?? [];
  const token = {
    id: device?.id ?? crypto.randomUUID(),
    userIds: [userId, ...others].slice(0, mostPeople),
  };
  await writeEncrypted("device", token, { seconds: deviceSeconds });
}
