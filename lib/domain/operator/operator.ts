import { randomBytes } from "node:crypto";
import type { MerchantId } from "@/lib/core/merchant-id";
import { hashPassword } from "@/lib/domain/accounts/password";
import { recordForPerson } from "@/lib/domain/accounts/person-events";
import { recordEvent } from "@/lib/domain/audit/service";
import { mintMerchantId } from "@/lib/domain/members/mint-merchant-id";
import {
  findMerchantFacts,
  type ListedPerson,
  listMerchants,
  listPeople,
  type MerchantFacts,
  replacePassword,
  updateDisabled,
} from "@/lib/domain/operator/operator-store";
import { withMerchant, withSystem } from "@/lib/platform/db";

// What an operator may do across merchants, by `npm run admin`. No page reaches it.

const pageSize = 200;

/** Everybody who has an account, by e-mail address. */
export async function* allPeople(): AsyncGenerator<ListedPerson> {
  let after = "";
  for (;;) {
    const people = await listPeople(after, pageSize);
    yield* people;
    if (people.length < pageSize) return;
    after = people.at(-1)?.email ?? "";
  }
}

/** Gives a person a new password and signs them out everywhere. Null when nobody has the address. */
export async function resetPassword(email: string): Promise<string | null> {
  // 20 letters and digits of a set without look-alikes: 99 bits.
  const alphabet = "23456789abcdefghijkmnpqrstuvwxyz";
  const password = Array.from(randomBytes(20), (byte) => alphabet[byte % alphabet.length]).join("");
  const found = await replacePassword(email.trim().toLowerCase(), await hashPassword(password));
  if (!found) return null;
  await recordForPerson(found.userId, "session.password_reset", { by: null, ip: null });
  return password;
}

export type OperatorMerchant = { merchantId: MerchantId; slug: string; disabledAt: Date | null };

export async function allMerchants(): Promise<OperatorMerchant[]> {
  const merchants = await withSystem(listMerchants);
  return merchants.map(({ id, ...merchant }) => ({ ...merchant, merchantId: mintMerchantId(id) }));
}

export function merchantFacts(merchantId: MerchantId): Promise<MerchantFacts> {
  return withMerchant(merchantId, (tx) => findMerchantFacts(tx, merchantId));
}

/** Turns a merchant off or on for all its members. Answers false when it was so already, or is deleted. */
export function setDisabled(merchantId: MerchantId, isDisabled: boolean): Promise<boolean> {
  return withMerchant(merchantId, async (tx) => {
    if (!(await updateDisabled(tx, merchantId, isDisabled))) return false;
    const action = isDisabled ? "merchant.disabled" : "merchant.enabled";
    await recordEvent(tx, merchantId, { actor: null, action });
    return true;
  });
}
