import { z } from "zod";
import { nameSchema } from "@/lib/core/line-of-text";
import { type EmailIssue, emailSchema } from "@/lib/domain/members/schema";

const passwordLength = { min: 8, max: 200 } as const;

/** Why a field of a sign-in or sign-up form was not accepted; each has a sentence in the catalogues. */
export type AccountIssue =
  | "name_missing"
  | "name_too_long"
  | "name_unprintable"
  | "name_has_address"
  | EmailIssue
  | "password_missing"
  | "password_too_short"
  | "password_too_long";

const issue = (code: AccountIssue) => ({ error: code });

const newPasswordSchema = z
  .string()
  .min(passwordLength.min, issue("password_too_short"))
  .max(passwordLength.max, issue("password_too_long"));

const personName = nameSchema(100, {
  missing: "name_missing",
  too_long: "name_too_long",
  unprintable: "name_unprintable",
  has_address: "name_has_address",
} satisfies Record<string, AccountIssue>);

export const signUpSchema = z.object({
  name: personName,
  email: emailSchema,
  password: newPasswordSchema,
});

const givenPasswordSchema = z
  .string()
  .min(1, issue("password_missing"))
  .max(passwordLength.max, issue("password_too_long"));

export const signInSchema = z.object({ email: emailSchema, password: givenPasswordSchema });

/** The password of a person who is signed in already. */
export const passwordProofSchema = z.object({ password: givenPasswordSchema });

/** The email address is that of the invitation. */
export const invitedSignUpSchema = signUpSchema.omit({ email: true });

export const forgottenSchema = z.object({ email: emailSchema });
export const newPasswordFormSchema = z.object({ password: newPasswordSchema });

export type SignUp = z.output<typeof signUpSchema>;
export type SignIn = z.output<typeof signInSchema>;
