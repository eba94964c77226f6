import type { HttpVisitor } from "@/tests/support/http-visitor";
import { connectedOwner, makeLink, merchantOwner, type Owner, type Person } from "@/tests/support/people";
import { asSuperuser, teammate } from "@/tests/support/roles";
import type { TestAccount } from "@/tests/support/sandbox";
import type { Who } from "./access";

/** A merchant with a key, and with a link whose description no outsider may read. */
export type FixtureMerchant = Owner & { account: TestAccount; linkId: string; secret: string };

export type Fixtures = {
  merchant: FixtureMerchant;
  turnedOff: FixtureMerchant;
  /** Everyone who has an account. */
  people: Partial<Record<Who, { person: Person; http: HttpVisitor }>>;
  /** A viewer in the team, for others to promote and remove. */
  colleague: string;
};

/** Creates everybody, in the state that they are named after. */
export async function createFixtures(): Promise<Fixtures> {
  const merchant = await merchantWithLink("Café Luna");
  const turnedOff = await merchantWithLink("Closed for the winter");
  const inTeam = {
    admin: await teammate(merchant, "admin"),
    cashier: await teammate(merchant, "cashier"),
    viewer: await teammate(merchant, "viewer"),
    "a former owner": await teammate(merchant, "owner"),
    "a disabled owner": await teammate(merchant, "owner"),
  };
  const colleague = await teammate(merchant, "viewer");
  await inTeam["a former owner"].remove();
  await asSuperuser("UPDATE users SET disabled_at = now() WHERE email = $1", [
    inTeam["a disabled owner"].person.email,
  ]);
  await asSuperuser(
    `UPDATE merchants SET disabled_at = now(), closed_by_id = user_id FROM memberships
     WHERE merchants.merchant_id = memberships.merchant_id AND slug = $1`,
    [turnedOff.slug],
  );
  const people = {
    ...inTeam,
    owner: merchant,
    "a member of another merchant": await merchantOwner("Elsewhere"),
    "an owner of a merchant turned off": turnedOff,
  };
  return { merchant, turnedOff, colleague: colleague.person.email, people };
}

async function merchantWithLink(name: string): Promise<FixtureMerchant> {
  const owner = await connectedOwner(name);
  const secret = `Told to nobody else ${crypto.randomUUID()}`;
  const page = await makeLink(owner, { amount: "12.50", description: secret });
  return { ...owner, secret, linkId: page.split("/").at(-1) ?? "" };
}
