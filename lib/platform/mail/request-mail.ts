import type { AccountTx, MerchantTx } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { encryptMail } from "@/lib/platform/mail/encrypt-mail";
import type { Mail } from "@/lib/platform/mail/schema";
import { enqueue, enqueueForAccount } from "@/lib/platform/queue";

/** Whether there is a server to send mail by. Without one, links are shown to be copied. */
export function isMailConfigured(): boolean {
  return env().SMTP_URL !== undefined;
}

/** Sends an email for a merchant once the caller's transaction commits; never if it does not. */
export async function requestMail(tx: MerchantTx, mail: Mail): Promise<void> {
  const payload = await encryptMail(mail);
  await enqueue(tx, { task: "send-mail", payload }, { key: `mail:${payload.mailId}` });
}

/** The same for an email about a person's account, which is no merchant's. */
export async function requestAccountMail(tx: AccountTx, mail: Mail): Promise<void> {
  const payload = await encryptMail(mail);
  await enqueueForAccount(tx, { task: "send-mail", payload }, { key: `mail:${payload.mailId}` });
}
