import type { AccountTx, MerchantTx } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { encryptMail } from "@/lib/platform/mail/encrypt-mail";
import type { Mail } from "@/lib/platform/mail/schema";
import { enqueue, enqueueForAccount } from "@/lib/platform/queue";

/** Whether a mail server is set. Without one, people copy the links from the screen. */
export function isMailConfigured(): boolean {
  return env().SMTP_URL !== undefined;
}

/** Sends an email for a merchant after the caller's transaction has committed; never if it rolls back. */
export async function requestMail(tx: MerchantTx, mail: Mail): Promise<void> {
  const payload = await encryptMail(mail);
  await enqueue(tx, { task: "send-mail", payload }, { key: `mail:${payload.mailId}` });
}

/** The same for an email about a person's account, which belongs to no merchant. */
export async function requestAccountMail(tx: AccountTx, mail: Mail): Promise<void> {
  const payload = await encryptMail(mail);
  await enqueueForAccount(tx, { task: "send-mail", payload }, { key: `mail:${payload.mailId}` });
}
