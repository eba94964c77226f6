import { hash, verify } from "@node-rs/argon2";

// OWASP's first recommendation for argon2id: 19 MiB, two passes, one lane. The library's default variant is argon2id.
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Verified when there is no account, so that the answer takes as long as for a wrong password. */
let decoy: Promise<string> | undefined;

/** The password may be typed as composed or as decomposed characters, depending on the keyboard: it is the same one. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFC"), parameters);
}

/** Whether `passwordHash` is the hash of the password. Without a hash the answer is no, after the same time. */
export async function isPassword(password: string, passwordHash: string | null): Promise<boolean> {
  decoy ??= hashPassword(crypto.randomUUID());
  const checked = passwordHash ?? (await decoy);
  const composed = password.normalize("NFC");
  let matches = await verify(checked, composed);
  // Until passwords were composed first, they were hashed as they were typed.
  if (!matches && composed !== password) matches = await verify(checked, password);
  return matches && passwordHash !== null;
}
