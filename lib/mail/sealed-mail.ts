import { type Mail, mailSchema, type SealedMail } from "@/lib/mail/schema";
import { Secret } from "@/lib/secret";
import { openSecret, sealSecret } from "@/lib/secret-box";

/** Seals a letter for the queue: a token that is only stored as its hash must not lie in a job in plain. */
export async function sealMail(mail: Mail): Promise<SealedMail> {
  const mailId = crypto.randomUUID();
  const { sealed } = await sealSecret(new Secret(JSON.stringify(mail)), placeOf(mailId));
  return { mailId, sealed: Buffer.from(sealed).toString("base64") };
}

/** @throws when it does not open, or is no letter: a job that cannot be done. */
export async function openMail({ mailId, sealed }: SealedMail): Promise<Mail> {
  const opened = await openSecret(new Uint8Array(Buffer.from(sealed, "base64")), placeOf(mailId));
  if (!opened.ok) throw new Error(`a letter does not open: ${opened.code}`);
  return mailSchema.parse(JSON.parse(opened.value.reveal()));
}

function placeOf(mailId: string) {
  return { merchantId: "", recordId: mailId, field: "mail" };
}
