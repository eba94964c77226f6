import nodemailer from "nodemailer";
import { isLoopback } from "@/lib/core/loopback";
import { composeMail } from "@/lib/mail/compose-mail";
import { env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { decryptMail } from "@/lib/platform/mail/encrypt-mail";
import type { EncryptedMail } from "@/lib/platform/mail/schema";

const timeoutMs = 20_000;

/**
 * Sends an email. One that has lost its use, or that the server says it will never take, is dropped with a line in
 * the log; a retry carries the same Message-ID, so that an email sent twice shows once.
 * @throws when the server may take it later.
 */
export async function deliverMail(encrypted: EncryptedMail): Promise<void> {
  const { mailId } = encrypted;
  const { SMTP_URL: url, MAIL_FROM, APP_URL } = env();
  if (url === undefined) return log().warn({ mailId, code: "no_smtp_url" }, "an email was dropped");
  const mail = await decryptMail(encrypted);
  if (mail.until < Date.now()) return log().warn({ mailId, code: "too_late" }, "an email was dropped");
  const { hostname } = new URL(APP_URL);
  const transport = nodemailer.createTransport(toServer(url));
  try {
    await transport.sendMail({
      ...composeMail(mail),
      from: MAIL_FROM ?? `Cobro <no-reply@${hostname}>`,
      to: { name: "", address: mail.to },
      messageId: `<${mailId}@${hostname}>`,
      headers: { "Auto-Submitted": "auto-generated" },
    });
  } catch (error) {
    if (!isForGood(error)) throw new Error(`the mail server did not take an email: ${getCode(error)}`);
    log().warn({ mailId, code: getCode(error) }, "an email was refused");
  } finally {
    transport.close();
  }
}

function toServer(url: string) {
  const { hostname, username } = new URL(url);
  return {
    url,
    // A password is never sent in plain over a network.
    requireTLS: username !== "" && !isLoopback(hostname),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** A 5xx answer about the email itself; a refused sign-in is the operator's to mend, and the email waits for that. */
function isForGood(error: unknown): boolean {
  const status = error instanceof Error && "responseCode" in error ? Number(error.responseCode) : 0;
  return status >= 500 && getCode(error) !== "EAUTH";
}

/** Never the message: it quotes the server, and with it addresses. */
function getCode(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "unknown";
}
