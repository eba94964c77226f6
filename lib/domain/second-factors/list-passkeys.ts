import { recordForPerson } from "@/lib/domain/members/record-for-person";
import { tidyCodes } from "@/lib/domain/second-factors/find-factors";
import {
  deletePasskey,
  insertDecline,
  isOffered,
  listOwn,
  offeredTo,
} from "@/lib/domain/second-factors/passkey-store";
import type { PasskeyRow } from "@/lib/domain/second-factors/schema";
import type { Sql } from "@/lib/platform/statement";

export function listPasskeys(userId: string): Promise<PasskeyRow[]> {
  return listOwn(userId);
}

/** Removes one of the person's own passkeys. Answers whether there was one. */
export async function removePasskey(userId: string, id: string, ip: string | null): Promise<boolean> {
  const name = await deletePasskey(userId, id);
  if (name === null) return false;
  await recordForPerson(userId, "second_factor.passkey_removed", { by: "person", ip, details: { name } });
  await tidyCodes(userId);
  return true;
}

/** Whether to offer a passkey: the person has none, and has not declined. */
export function isPasskeyOffered(userId: string): Promise<boolean> {
  return isOffered(userId);
}

/** The same about the person with this id, as part of the statement that reads who they are. */
export function offersPasskey(userId: Sql): Sql {
  return offeredTo(userId);
}

/** The person is never offered a passkey again; they can still add one on their account's page. */
export function declinePasskeys(userId: string): Promise<void> {
  return insertDecline(userId);
}
