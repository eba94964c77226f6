import { randomBytes } from "node:crypto";
import { hashPassword } from "@/lib/domain/accounts/hash-password";
import { recordForPerson } from "@/lib/domain/accounts/record-for-person";
import { replacePassword } from "@/lib/domain/operator/store";

/** Gives a person a new password and signs them out everywhere. Null when nobody has the address. */
export async function resetPassword(email: string): Promise<string | null> {
  // 20 letters and digits of a set without look-alikes: 99 bits.
  const alphabet = "23456789abcdefghijkmnpqrstuvwxyz";
  const password = Array.from(randomBytes(20), (byte) => alphabet[byte % alphabet.length]).join("");
  const found = await replacePassword(email.trim().toLowerCase(), await hashPassword(password));
  if (!found) return null;
  await recordForPerson(found.userId, "session.password_reset", { by: null, ip: null });
  return password;
}
