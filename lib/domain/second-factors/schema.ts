import type { AuthenticatorTransport } from "@simplewebauthn/server";
import * as z from "zod";
import { readLine } from "@/lib/core/line-of-text";

export type PasskeyIssue =
  | "passkey_name_too_long"
  | "passkey_name_unprintable"
  | "passkey_failed"
  | "passkey_known"
  | "too_many_passkeys";

export type CodeIssue = "code_missing" | "code_wrong" | "too_many_attempts";

/** A passkey as its owner sees it. */
export type PasskeyRow = { id: string; name: string; createdAt: Date; lastUsedAt: Date | null };

/** What a person has beside their password. */
export type Factors = { hasPasskey: boolean; hasAuthenticator: boolean; recoveryCodes: number };

/** The most passkeys that one person can have. */
export const mostPasskeys = 20;

/** A passkey's name; empty when none was typed. */
export const passkeyName = z.string().transform((text, context) => {
  const line = readLine(text, 60);
  if (line.ok) return line.value;
  if (line.code === "missing") return "";
  context.addIssue({ code: "custom", message: `passkey_name_${line.code}` satisfies PasskeyIssue });
  return z.NEVER;
});

/** A six-digit code of an app, or a recovery code; people type spaces and dashes in both. */
export const codeSchema = z
  .string()
  .transform((text) => text.replace(/[\s-]/g, "").toLowerCase())
  .refine((code) => code !== "", { error: "code_missing" satisfies CodeIssue });

/** Where the portal is open, as WebAuthn needs it: the page's origin, and its host as the id of the portal. */
export type PasskeyPlace = { origin: string; host: string };

const base64url = z.string().regex(/^[\w-]{1,4096}$/);
const credential = {
  id: base64url,
  rawId: base64url,
  type: z.literal("public-key"),
  clientExtensionResults: z.unknown().transform(() => ({})),
};

/** What a browser answers when a passkey was used. Other members are dropped. */
export const assertionSchema = z.object({
  ...credential,
  response: z
    .object({
      clientDataJSON: base64url,
      authenticatorData: base64url,
      signature: base64url,
      userHandle: base64url.nullish(),
    })
    .transform(({ userHandle, ...rest }) => ({ ...rest, ...(userHandle && { userHandle }) })),
});

/** What a browser answers when a passkey was created. */
export const attestationSchema = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z.array(z.string().max(20)).max(10).catch([]),
  }),
});

/** Parses JSON from a form's hidden field; null for anything else. */
export function parseCredential<Schema extends z.ZodType>(
  schema: Schema,
  json: string,
): z.output<Schema> | null {
  try {
    return schema.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null;
  }
}

const known: readonly AuthenticatorTransport[] = ["ble", "hybrid", "internal", "nfc", "usb"];

/** The ways to reach a passkey, as they are stored, that browsers know. */
export function toTransports(stored: readonly string[]): AuthenticatorTransport[] {
  return known.filter((transport) => stored.includes(transport));
}
