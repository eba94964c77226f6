import * as z from "zod";
import { readLine } from "@/lib/core/line-of-text";
import { emailSchema } from "@/lib/domain/members/schema";

/** Who somebody is at an identity provider. */
export type Identity = {
  issuer: string;
  /** The account there. It never changes, as an email address may. */
  subject: string;
  /** Null for none. */
  email: string | null;
  /** Whether the provider says that the address was verified. */
  isEmailVerified: boolean;
  /** Empty for none. */
  name: string;
};

/** An identity as its owner sees it. */
export type LinkedIdentity = { id: string; issuer: string; email: string | null; lastUsedAt: Date | null };

/** Another account is linked with the identity, or the account with another identity of this provider. */
export type LinkFailure = { code: "identity_taken" | "identity_second" };

/** What an ID token, and a provider's answer about a person, say. Other claims are dropped. */
export const claimsSchema = z
  .object({
    iss: z.string().min(1),
    sub: z.string().min(1).max(255),
    email: emailSchema.nullable().catch(null),
    // Some providers send it as text.
    email_verified: z.union([z.boolean(), z.stringbool()]).catch(false),
    name: z
      .string()
      .transform((name) => readLine(name, 100))
      .transform((line) => (line.ok ? line.value : ""))
      .catch(""),
  })
  .transform(
    ({ iss: issuer, sub: subject, email, email_verified: isVerified, name }): Identity => ({
      ...{ issuer, subject, email, name },
      isEmailVerified: email !== null && isVerified,
    }),
  );
