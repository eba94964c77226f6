import { paths } from "@/lib/core/paths";
import { findAddress } from "@/lib/domain/accounts/store";
import { withAccounts } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { isMailConfigured, requestAccountMail } from "@/lib/platform/mail/request-mail";

/** After this time the email is not sent: by then the person has seen it on their account's page. */
const usefulMs = 3 * 24 * 3_600_000;

/** Tells a person that their ways to sign in have changed, or that the operator removed the second one. */
export async function emailFactorChange(userId: string, what: "changed" | "reset"): Promise<void> {
  const person = isMailConfigured() ? await findAddress(userId) : null;
  if (!person) return;
  const { email, locale } = person;
  await withAccounts((tx) =>
    requestAccountMail(tx, {
      template: "factorChange",
      what,
      to: email,
      locale: locale ?? "en",
      link: env().APP_URL + paths.account,
      until: Date.now() + usefulMs,
    }),
  );
}
