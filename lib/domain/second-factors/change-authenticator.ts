import { Secret as OtpSecret, TOTP } from "otpauth";
import { fail, ok, type Result } from "@/lib/core/result";
import { Secret } from "@/lib/core/secret";
import { recordForPerson } from "@/lib/domain/members/record-for-person";
import {
  confirm,
  deleteAuthenticator,
  findAuthenticator,
  replaceUnconfirmed,
  takeStep,
} from "@/lib/domain/second-factors/authenticator-store";
import { tidyCodes } from "@/lib/domain/second-factors/find-factors";
import { makeCodes, storeCodes } from "@/lib/domain/second-factors/renew-codes";
import type { CodeIssue } from "@/lib/domain/second-factors/schema";
import { withAccounts } from "@/lib/platform/db";
import { decryptSecret, encryptSecret } from "@/lib/platform/secret-box/secret-box";

const periodSeconds = 30;
/** Codes of one step before and after are accepted too: clocks differ, and typing takes time. */
const window = 1;

/** What an app needs: the address in the QR code, and the key for typing by hand. */
export type AuthenticatorSetUp = { address: string; key: string };

/** Makes a new secret for an app. It is not in use until `confirmAuthenticator`. Answers false when one is in use. */
export async function beginAuthenticator(userId: string): Promise<boolean> {
  const secret = new Secret(new OtpSecret({ size: 20 }).base32);
  return replaceUnconfirmed(userId, await encryptSecret(secret, secretContext(userId)));
}

/** The secret that waits for its first code; null when there is none. */
export async function findSetUp(person: { id: string; email: string }): Promise<AuthenticatorSetUp | null> {
  const stored = await findAuthenticator(person.id);
  const totp =
    stored && !stored.isConfirmed ? await openTotp(person.id, stored.encrypted, person.email) : null;
  return totp && { address: totp.toString(), key: totp.secret.base32 };
}

/** Puts the app to use with its first code, and answers new recovery codes, which are shown only now. */
export async function confirmAuthenticator(
  userId: string,
  code: string,
  ip: string | null,
): Promise<Result<{ codes: string[] }, { code: CodeIssue | "set_up_gone" }>> {
  const stored = await findAuthenticator(userId);
  if (!stored || stored.isConfirmed) return fail({ code: "set_up_gone" });
  const totp = await openTotp(userId, stored.encrypted);
  const step = totp && findStep(totp, code);
  if (step === null) return fail({ code: "code_wrong" });
  const made = makeCodes();
  const isConfirmed = await withAccounts(async (tx) => {
    if (!(await confirm(tx, userId, stored.encrypted, step))) return false;
    await storeCodes(tx, userId, made);
    return true;
  });
  if (!isConfirmed) return fail({ code: "set_up_gone" });
  await recordForPerson(userId, "second_factor.app_added", { by: "person", ip });
  return ok({ codes: made.codes });
}

/** Whether the code is the app's, now. Each code works once: not even a second request at the same moment gets it. */
export async function spendAppCode(userId: string, code: string): Promise<boolean> {
  const stored = await findAuthenticator(userId);
  const totp = stored?.isConfirmed ? await openTotp(userId, stored.encrypted) : null;
  const step = totp && findStep(totp, code);
  return step !== null && takeStep(userId, step);
}

/** Answers whether there was an app in use. */
export async function removeAuthenticator(userId: string, ip: string | null): Promise<boolean> {
  if (!(await deleteAuthenticator(userId))) return false;
  await recordForPerson(userId, "second_factor.app_removed", { by: "person", ip });
  await tidyCodes(userId);
  return true;
}

/** The place that an encrypted secret is bound to. Stored secrets are bound to it, so it must not change. */
export function secretContext(userId: string) {
  return { merchantId: "", recordId: userId, field: "authenticators.encrypted" };
}

/** Null when it cannot be decrypted. */
async function openTotp(userId: string, encrypted: Uint8Array, label = ""): Promise<TOTP | null> {
  const opened = await decryptSecret(encrypted, secretContext(userId));
  if (!opened.ok) return null;
  return new TOTP({
    issuer: "Cobro",
    label,
    period: periodSeconds,
    secret: OtpSecret.fromBase32(opened.value.reveal()),
  });
}

/** The time step that a code is for, now; null when it is for none. */
function findStep(totp: TOTP, code: string): bigint | null {
  if (!/^\d{6}$/.test(code)) return null;
  const timestamp = Date.now();
  const delta = totp.validate({ token: code, timestamp, window });
  return delta === null ? null : BigInt(Math.floor(timestamp / 1_000 / periodSeconds) + delta);
}
