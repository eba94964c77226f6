import { availableParallelism } from "node:os";
import { hash, verify } from "@node-rs/argon2";
import { FairQueue } from "@/lib/platform/fair-queue";
import { outOfTurn } from "@/lib/platform/turns";

// OWASP's first recommendation for argon2id: 19 MiB, two passes, one lane. The library's default variant is argon2id.
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/**
 * Each takes a whole processor for a moment, and one stays free for everything else. The library's threads are those
 * that files and names of hosts are read with, so that at most all but one of the four are used.
 */
const slots = Math.min(3, Math.max(1, availableParallelism() - 1));
const limits = { slots, mostWaiting: 200, mostWaitingEach: 50, mostWaitMs: 15_000 };

declare global {
  // Pages and routes are bundled apart, each with a copy of this module; together they have one queue.
  var cobroPasswords: FairQueue | undefined;
}

/** Verified when there is no account, so that the answer takes as long as for a wrong password. */
let decoy: Promise<string> | undefined;

/**
 * The password may be typed as composed or as decomposed characters, depending on the keyboard: it is the same one.
 * @param asker who asks; see `isPassword`.
 * @throws {BusyError} when too many wait.
 */
export function hashPassword(password: string, asker: string | null = null): Promise<string> {
  return inTurn(asker, () => hash(password.normalize("NFC"), parameters));
}

/**
 * Whether `passwordHash` is the hash of the password. Without a hash the answer is no, after the same time.
 * @param asker who asks: a network address, a person or a shared till. They take turns, so that a flood from one makes no
 *   other wait.
 * @throws {BusyError} when too many wait.
 */
export async function isPassword(
  password: string,
  passwordHash: string | null,
  asker: string | null = null,
): Promise<boolean> {
  decoy ??= hash(crypto.randomUUID(), parameters);
  const expected = passwordHash ?? (await decoy);
  const matches = await inTurn(asker, () => matchesEitherForm(expected, password));
  return matches && passwordHash !== null;
}

async function matchesEitherForm(expected: string, password: string): Promise<boolean> {
  const composed = password.normalize("NFC");
  if (await verify(expected, composed)) return true;
  // Until passwords were composed first, they were hashed as they were typed.
  return composed !== password && verify(expected, password);
}

function inTurn<T>(asker: string | null, work: () => Promise<T>): Promise<T> {
  globalThis.cobroPasswords ??= new FairQueue(limits);
  const passwords = globalThis.cobroPasswords;
  return outOfTurn(() => passwords.run(asker ?? "", work));
}
