import { z } from "zod";
import { type EmailIssue, emailSchema } from "@/lib/domain/members/schema";

const passwordLength = { min: 8, max: 200 } as const;

/** Why a field of a sign-in or sign-up form was not accepted; each has a sentence in the catalogues. */
export type AccountIssue =
  | "name_missing"
  | "name_too_long"
  | EmailIssue
  | "password_missing"
  | "password_too_short"
  | "password_too_long";

const issue = (code: AccountIssue) => ({ error: code });

const newPasswordSchema = z
  .string()
  .min(passwordLength.min, issue("password_too_short"))
  .max(passwordLength.max, issue("password_too_long"));

export const signUpSchema = z.object({
  name: z.string().trim().min(1, issue("name_missing")).max(100, issue("name_too_long")),
  email: emailSchema,
  password: newPasswordSchema,
});

export const signInSchema = z.object({
  email: emailSchema,
  password: z.string().min(1, issue("password_missing")).max(passwordLength.max, issue("password_too_long")),
});

/** The e-mail address is the invitation's. */
export const invitedSignUpSchema = signUpSchema.omit({ email: true });

export const forgottenSchema = z.object({ email: emailSchema });
export const newPasswordFormSchema = z.object({ password: newPasswordSchema });

export type SignUp = z.output<typeof signUpSchema>;
export type SignIn = z.output<typeof signInSchema>;
