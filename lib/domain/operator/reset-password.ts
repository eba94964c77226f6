import { randomBytes } from "node:crypto";
import { forgetOutsiders } from "@/lib/domain/accounts/begin-attempt";
import { hashPassword } from "@/lib/domain/accounts/hash-password";
import { recordForPerson } from "@/lib/domain/members/record-for-person";
import { replacePassword } from "@/lib/domain/operator/store";

/** Gives a person a new password and ends all their sessions. Null when nobody has the email address. */
export async function resetPassword(email: string): Promise<string | null> {
  // Digits and letters that look different from each other; 20 of them are 99 bits.
  const alphabet = "23456789abcdefghijkmnpqrstuvwxyz";
  const password = Array.from(randomBytes(20), (byte) => alphabet[byte % alphabet.length]).join("");
  const address = email.trim().toLowerCase();
  const found = await replacePassword(address, await hashPassword(password));
  if (!found) return null;
  await forgetOutsiders(address);
  await recordForPerson(found.userId, "session.password_reset", { by: null, ip: null });
  return password;
}
