import * as z from "zod";
import { modes } from "@/lib/core/mode";

const emailContent = {
  to: z.email(),
  /** The language it is written in, with the region where that is known: `es-CR`. */
  locale: z.string().min(2),
  /** Unix milliseconds. After that the email is of no use and is not sent. */
  until: z.number().int(),
  link: z.url(),
};

/** What owners are told about as soon as it has changed. */
const ownerChanges = [
  "key_connected",
  "key_replaced",
  "key_disconnected",
  "owner_added",
  "owner_removed",
  "ownership_transferred",
  "passkey_added",
  "passkey_removed",
  "app_added",
  "app_removed",
  "second_factor_reset",
] as const;
export type OwnerChange = (typeof ownerChanges)[number];

const ownerAlertSchema = z.object({
  ...emailContent,
  template: z.literal("ownerAlert"),
  merchant: z.string(),
  change: z.enum(ownerChanges),
  /** The name of who did it; empty for the operator of the portal. */
  by: z.string(),
  /** The name of the person whom it is about. */
  about: z.string(),
  /** Of an API key. */
  mode: z.enum(modes).optional(),
  last4: z.string().optional(),
});
export type OwnerAlert = z.output<typeof ownerAlertSchema>;

/** Every kind of email that Cobro sends. */
export const mailSchema = z.discriminatedUnion("template", [
  z.object({
    ...emailContent,
    template: z.literal("invitation"),
    merchant: z.string(),
    inviter: z.string(),
    role: z.enum(["owner", "admin", "cashier", "viewer"]),
  }),
  z.object({ ...emailContent, template: z.literal("passwordReset"), name: z.string() }),
  z.object({ ...emailContent, template: z.literal("factorChange"), what: z.enum(["changed", "reset"]) }),
  z.object({ ...emailContent, template: z.literal("confirmEmail") }),
  z.object({
    ...emailContent,
    template: z.literal("keyStopped"),
    merchant: z.string(),
    mode: z.enum(modes),
    last4: z.string(),
  }),
  ownerAlertSchema,
]);

export type Mail = z.output<typeof mailSchema>;

/** What a job holds of an email: it is encrypted, because it carries a link that gives access. */
export const encryptedMailSchema = z.object({
  mailId: z.uuid(),
  /** Base64. The name stays, because jobs of the release before may still be waiting. */
  sealed: z.string(),
});

export type EncryptedMail = z.output<typeof encryptedMailSchema>;
