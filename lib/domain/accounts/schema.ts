import * as z from "zod";
import { nameSchema } from "@/lib/core/line-of-text";
import { type EmailIssue, emailSchema } from "@/lib/domain/members/schema";

/**
 * The longest password, in code points; and in code units as it is typed, so that nothing longer is worked on.
 */
const longestPassword = { codePoints: 256, typed: 1_024 } as const;

/** Why a new password was not accepted. The second is for a person with a second factor, who may use a shorter one. */
const passwordIssues = [
  "password_too_short",
  "password_too_short_beside_factor",
  "password_guessable",
] as const;
export type PasswordIssue = (typeof passwordIssues)[number];

export function isPasswordIssue(code: string): code is PasswordIssue {
  return passwordIssues.some((issue) => issue === code);
}

/** Why a field of a sign-in or sign-up form was not accepted; each has a sentence in the catalogues. */
export type AccountIssue =
  | "name_missing"
  | "name_too_long"
  | "name_unprintable"
  | "name_has_address"
  | EmailIssue
  | "password_missing"
  | "password_too_long"
  | PasswordIssue;

const issue = (code: AccountIssue) => ({ error: code });

/** Any password that somebody may type. Whether it may be chosen as a new one is another question. */
const passwordSchema = z
  .string()
  .min(1, issue("password_missing"))
  .refine(
    (typed) =>
      typed.length <= longestPassword.typed &&
      [...typed.normalize("NFC")].length <= longestPassword.codePoints,
    issue("password_too_long"),
  );

const personName = nameSchema(100, {
  missing: "name_missing",
  too_long: "name_too_long",
  unprintable: "name_unprintable",
  has_address: "name_has_address",
} satisfies Record<string, AccountIssue>);

export const signUpSchema = z.object({
  name: personName,
  email: emailSchema,
  password: passwordSchema,
});

export const signInSchema = z.object({ email: emailSchema, password: passwordSchema });

/** The password of a person who is signed in already. */
export const passwordProofSchema = z.object({ password: passwordSchema });

export const nameFormSchema = z.object({ name: personName });

/** The email address is that of the invitation. */
export const invitedSignUpSchema = signUpSchema.omit({ email: true });

export const forgottenSchema = z.object({ email: emailSchema });
export const newPasswordFormSchema = z.object({ password: passwordSchema });

/** A browser in which people have signed in, as its signed cookie says. */
export type Device = { id: string; userIds: string[] };

/** Who sends a form: from which network address, and with which browser if people have signed in with it. */
export type Visitor = { ip: string | null; device: Device | null };

export type SignUp = z.output<typeof signUpSchema>;
export type SignIn = z.output<typeof signInSchema>;
