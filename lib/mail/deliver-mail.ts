import nodemailer from "nodemailer";
import { isLoopback } from "@/lib/core/loopback";
import { composeMail } from "@/lib/mail/compose-mail";
import { env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { decryptMail } from "@/lib/platform/mail/encrypt-mail";
import type { EncryptedMail } from "@/lib/platform/mail/schema";

const timeoutMs = 20_000;

/**
 * Sends an email. One that is no longer useful, or that the server refuses for good, is dropped with a line in the log.
 * A retry has the same Message-ID, so that mail programs show an email that was sent twice once.
 * @throws when the server may accept it later.
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

/**
 * Sends an operator a plain email, to see whether the mail server takes it.
 * @throws when it does not.
 */
export async function deliverTest(to: string, url: string): Promise<void> {
  const { MAIL_FROM, APP_URL } = env();
  const { hostname, origin } = new URL(APP_URL);
  const transport = nodemailer.createTransport(toServer(url));
  try {
    await transport.sendMail({
      from: MAIL_FROM ?? `Cobro <no-reply@${hostname}>`,
      to: { name: "", address: to },
      subject: "Cobro: a test",
      text: `The mail server of ${origin} works.`,
      headers: { "Auto-Submitted": "auto-generated" },
    });
  } finally {
    transport.close();
  }
}

function toServer(url: string) {
  const { hostname, username } = new URL(url);
  return {
    url,
    // A password is never sent over a network without TLS.
    requireTLS: username !== "" && !isLoopback(hostname),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** What is answered to these is about the email: its reader, and what is in it. */
const aboutEmail = ["RCPT TO", "DATA"];

/**
 * Whether a 5xx answer is about the email itself. A server that refuses the connection, the sign-in or the sender is for
 * the operator to mend, and the email waits.
 */
function isForGood(error: unknown): boolean {
  if (!(error instanceof Error && "responseCode" in error && "command" in error)) return false;
  return Number(error.responseCode) >= 500 && aboutEmail.includes(String(error.command));
}

/** The error's code. Its message is not logged, because it may quote addresses. */
function getCode(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "unknown";
}
