import { createHash } from "node:crypto";
import { spendChallenge } from "@/lib/domain/second-factors/passkey-store";
import type { PasskeyPlace } from "@/lib/domain/second-factors/schema";

/** How long a challenge may be answered. The page then asks for another. */
export const challengeSeconds = 5 * 60;

/** A challenge that this browser was given, and where it was given. */
export type Challenge = { value: string; expiresAt: Date; place: PasskeyPlace };

/** Uses a challenge up, whatever becomes of the answer. Answers false when it is used up or has expired. */
export async function takeChallenge({ value, expiresAt }: Challenge): Promise<boolean> {
  if (expiresAt.getTime() <= Date.now()) return false;
  const hash = new Uint8Array(createHash("sha256").update(value).digest());
  return spendChallenge(hash, expiresAt);
}

/** The person's id as bytes, by which a device stores the passkey. It says nothing about them. */
export function toUserHandle(userId: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(userId.replaceAll("-", ""), "hex"));
}
