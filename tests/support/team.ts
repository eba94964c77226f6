import { insertUser } from "@/lib/domain/accounts/store";
import { acceptInvitation } from "@/lib/domain/invitations/accept-invitation";
import { inviteMember } from "@/lib/domain/invitations/invite-member";
import type { Role } from "@/lib/domain/members/schema";
import { newToken } from "@/lib/platform/one-time-token";
import { merchantInviting } from "@/lib/web/require-member";
import type { TestMerchant } from "@/tests/support/merchants";

export type TestPerson = { id: string; email: string };

/** A person with an account and no merchant. */
export async function newAccount(): Promise<TestPerson> {
  const id = crypto.randomUUID();
  const email = `${id}@example.com`;
  await insertUser({ id, email, name: "Eva Mora", passwordHash: "-", locale: "es-CR" });
  return { id, email };
}

export function inviting({ merchantId, actor }: Pick<TestMerchant, "merchantId" | "actor">) {
  return {
    merchantId,
    actor,
    inviter: "Ana Rojas",
    merchant: "Café Luna",
    locale: "en",
    portal: "https://cobro.example",
    mailPortal: "https://cobro.example",
  };
}

/** The token at the end of an invitation's address. */
export function getToken(link: string): string {
  return link.split("/").at(-1) ?? "";
}

/** Accepts an invitation as a person would, beginning with the token in the address. */
export async function accept(token: string, person: TestPerson) {
  const found = await merchantInviting(token);
  return found
    ? acceptInvitation({ ...found, person, ip: null })
    : ({ ok: false, code: "invitation_gone" } as const);
}

/** A new member of the team, invited by its owner. */
export async function newMember(merchant: TestMerchant, role: Role): Promise<TestPerson> {
  const person = await newAccount();
  const sent = await inviteMember({ ...inviting(merchant), invite: { email: person.email, role } });
  if (!sent.ok) throw new Error(sent.code);
  const accepted = await accept(getToken(sent.value.link), person);
  if (!accepted.ok) throw new Error(accepted.code);
  return person;
}

/** A token that was never issued. */
export function strangeToken(): string {
  return newToken().token;
}
