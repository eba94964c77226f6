import { findAccount } from "@/lib/domain/accounts/store";

/** Whether an address has an account, a disabled one included. */
export async function hasAccount(email: string): Promise<boolean> {
  return (await findAccount(email)) !== null;
}

/** The language that the account of an address speaks; null for none. */
export async function findAccountLanguage(email: string): Promise<string | null> {
  return (await findAccount(email))?.locale ?? null;
}
