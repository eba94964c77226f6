import { allPeople, resetPassword } from "@/lib/auth/operator";
import { membershipsOf } from "@/lib/members/service";
import { Refusal } from "@/prisma/embedded/refusal";

export async function users(): Promise<boolean> {
  let count = 0;
  for await (const person of allPeople()) {
    const places = (await membershipsOf(person.id)).map(({ role, merchant }) => `${merchant.slug} (${role})`);
    const seen = person.lastSeenAt ? `last seen ${day(person.lastSeenAt)}` : "never seen";
    const facts = [`since ${day(person.createdAt)}`, seen, ...(person.disabledAt ? ["DISABLED"] : [])];
    console.log(`${person.email}  ${person.name}  (${facts.join(", ")})`);
    console.log(`    ${places.join(", ") || "no merchant"}`);
    count += 1;
  }
  console.log(`${count} people`);
  return true;
}

export async function resetPasswordOf([email]: string[]): Promise<boolean> {
  if (!email) throw new Refusal("Whose? npm run admin -- reset-password <email>");
  const password = await resetPassword(email);
  if (password === null) throw new Refusal(`Nobody has an account with the address ${email}.`);
  console.log(`The new password of ${email}, shown only now: ${password}`);
  console.log("They are signed out everywhere. Ask them to choose their own once they are in.");
  return true;
}

function day(date: Date): string {
  return date.toISOString().slice(0, 10);
}
