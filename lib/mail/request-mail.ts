import type { Tx } from "@/lib/db";
import { env } from "@/lib/env";
import type { Mail } from "@/lib/mail/schema";
import { sealMail } from "@/lib/mail/sealed-mail";
import type { MerchantId } from "@/lib/merchant-id";
import { enqueue, enqueueForAccount } from "@/lib/queue";

/** Whether there is a server to send mail by. Without one, links are shown to be copied. */
export function isMailConfigured(): boolean {
  return env().SMTP_URL !== undefined;
}

/** Sends a letter for a merchant once the caller's transaction commits; never if it does not. */
export async function requestMail(tx: Tx, merchantId: MerchantId, mail: Mail): Promise<void> {
  const payload = await sealMail(mail);
  await enqueue(tx, merchantId, { task: "send-mail", payload }, { key: `mail:${payload.mailId}` });
}

/** The same for a letter about a person's account, which is no merchant's. */
export async function requestAccountMail(tx: Tx, mail: Mail): Promise<void> {
  const payload = await sealMail(mail);
  await enqueueForAccount(tx, { task: "send-mail", payload }, { key: `mail:${payload.mailId}` });
}
