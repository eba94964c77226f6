import { print } from "@/bin/admin/print";
import { CliError } from "@/bin/embedded-postgres/cli-error";
import { deliverTest } from "@/lib/mail/deliver-mail";
import { env } from "@/lib/platform/env";

export async function testMail([to]: string[]): Promise<boolean> {
  if (!to?.includes("@")) throw new CliError("To whom? npm run admin -- test-mail <email>");
  const { SMTP_URL: url } = env();
  if (url === undefined) throw new CliError("SMTP_URL: is not set, so no email is ever sent");
  try {
    await deliverTest(to, url);
  } catch (error) {
    throw new CliError(`SMTP_URL: the mail server did not take it (${reason(error)})`);
  }
  print(`The mail server has taken an email to ${to}.`);
  return true;
}

function reason(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const status = error instanceof Error && "responseCode" in error ? ` ${String(error.responseCode)}` : "";
  return `${code || "unknown"}${status}`;
}
