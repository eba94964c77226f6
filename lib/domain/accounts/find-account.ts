import { findAccount } from "@/lib/domain/accounts/store";

/** Whether an email address has an account, even a disabled one. */
export async function hasAccount(email: string): Promise<boolean> {
  return (await findAccount(email)) !== null;
}

/** The language of the account with this email address; null when there is none. */
export async function findAccountLanguage(email: string): Promise<string | null> {
  return (await findAccount(email))?.locale ?? null;
}
