import { createHash, randomBytes } from "node:crypto";
import { fail, ok, type Result } from "@/lib/core/result";
import { recordForPerson } from "@/lib/domain/members/record-for-person";
import { findFactors, replaceCodes, takeCode } from "@/lib/domain/second-factors/authenticator-store";
import { type AccountTx, withAccounts } from "@/lib/platform/db";

/** Digits and letters that look different from each other: five bits each. */
const alphabet = "23456789abcdefghijkmnpqrstuvwxyz";
/** 120 bits, so that a plain hash protects it. */
const codeLength = 24;
const codesAtOnce = 10;

type Made = { codes: string[]; hashes: Uint8Array<ArrayBuffer>[] };

/** Ten codes as they are shown, in groups of four, and their hashes, which are all that is stored. */
export function makeCodes(): Made {
  const plain = Array.from({ length: codesAtOnce }, () =>
    Array.from(randomBytes(codeLength), (byte) => alphabet[byte % alphabet.length]).join(""),
  );
  return { codes: plain.map((code) => code.replace(/(.{4})(?=.)/g, "$1-")), hashes: plain.map(hashCode) };
}

export function storeCodes(tx: AccountTx, userId: string, { hashes }: Made): Promise<void> {
  return replaceCodes(tx, userId, hashes);
}

/** Makes new codes; all earlier ones become invalid. They are shown only now. */
export async function renewRecoveryCodes(
  userId: string,
  ip: string | null,
): Promise<Result<{ codes: string[] }, { code: "no_second_factor" }>> {
  const { hasPasskey, hasAuthenticator } = await findFactors(userId);
  if (!hasPasskey && !hasAuthenticator) return fail({ code: "no_second_factor" });
  const made = makeCodes();
  await withAccounts((tx) => storeCodes(tx, userId, made));
  await recordForPerson(userId, "second_factor.codes_made", { by: "person", ip });
  return ok({ codes: made.codes });
}

/** Whether it is one of the person's codes. Each works once. */
export async function spendRecoveryCode(userId: string, code: string, ip: string | null): Promise<boolean> {
  if (code.length !== codeLength || !(await takeCode(userId, hashCode(code)))) return false;
  await recordForPerson(userId, "second_factor.code_used", { by: "person", ip });
  return true;
}

function hashCode(code: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash("sha256").update(code).digest());
}
