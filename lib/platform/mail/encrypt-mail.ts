import { Secret } from "@/lib/core/secret";
import { type EncryptedMail, type Mail, mailSchema } from "@/lib/platform/mail/schema";
import { decryptSecret, encryptSecret } from "@/lib/platform/secret-box/secret-box";

/** Encrypts an email for the queue: it may carry a token, which must not be stored in plain text. */
export async function encryptMail(mail: Mail): Promise<EncryptedMail> {
  const mailId = crypto.randomUUID();
  const { encrypted } = await encryptSecret(new Secret(JSON.stringify(mail)), getPlace(mailId));
  return { mailId, sealed: Buffer.from(encrypted).toString("base64") };
}

/** @throws when it cannot be decrypted or is no email; the job then fails. */
export async function decryptMail({ mailId, sealed }: EncryptedMail): Promise<Mail> {
  const opened = await decryptSecret(new Uint8Array(Buffer.from(sealed, "base64")), getPlace(mailId));
  if (!opened.ok) throw new Error(`an email cannot be decrypted: ${opened.code}`);
  return mailSchema.parse(JSON.parse(opened.value.reveal()));
}

function getPlace(mailId: string) {
  return { merchantId: "", recordId: mailId, field: "mail" };
}
