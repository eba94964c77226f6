import { Secret } from "@/lib/core/secret";
import { type EncryptedMail, type Mail, mailSchema } from "@/lib/platform/mail/schema";
import { decryptSecret, encryptSecret } from "@/lib/platform/secret-box/secret-box";

/** Seals a letter for the queue: a token that is only stored as its hash must not lie in a job in plain. */
export async function encryptMail(mail: Mail): Promise<EncryptedMail> {
  const mailId = crypto.randomUUID();
  const { encrypted } = await encryptSecret(new Secret(JSON.stringify(mail)), getPlace(mailId));
  return { mailId, encrypted: Buffer.from(encrypted).toString("base64") };
}

/** @throws when it does not open, or is no letter: a job that cannot be done. */
export async function decryptMail({ mailId, encrypted }: EncryptedMail): Promise<Mail> {
  const opened = await decryptSecret(new Uint8Array(Buffer.from(encrypted, "base64")), getPlace(mailId));
  if (!opened.ok) throw new Error(`a letter does not open: ${opened.code}`);
  return mailSchema.parse(JSON.parse(opened.value.reveal()));
}

function getPlace(mailId: string) {
  return { merchantId: "", recordId: mailId, field: "mail" };
}
