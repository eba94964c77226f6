import { fail, ok, type Result } from "@/lib/core/result";
import type { PasswordIssue } from "@/lib/domain/accounts/schema";

/** In code points, after NIST SP 800-63B-4: a password that is not alone may be shorter. */
const shortest = { alone: 15, besideFactor: 8 } as const;

/** What people could put into a password because they read it on this page. */
const serviceWords = ["cobro", "4geeks"];

/** Whose password it is to be. */
export type PasswordOwner = { name: string; email: string; hasSecondFactor: boolean };

/** Whether a person may choose this password. There are no rules about kinds of characters. */
export async function checkNewPassword(
  password: string,
  { name, email, hasSecondFactor }: PasswordOwner,
): Promise<Result<void, { code: PasswordIssue }>> {
  const { length } = [...password.normalize("NFC")];
  if (length < (hasSecondFactor ? shortest.besideFactor : shortest.alone)) {
    return fail({ code: hasSecondFactor ? "password_too_short_beside_factor" : "password_too_short" });
  }
  // Its lists take 2 MB of memory, and every page comes with actions that might check a password.
  const { isGuessable } = await import("@/lib/domain/accounts/match-common-password");
  return isGuessable(password, [...serviceWords, name, email])
    ? fail({ code: "password_guessable" })
    : ok(undefined);
}
