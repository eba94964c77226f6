import { print } from "@/bin/admin/print";
import { CliError } from "@/bin/embedded-postgres/cli-error";
import { listMemberships } from "@/lib/domain/members/find-membership";
import { setPersonDisabled } from "@/lib/domain/operator/disable-person";
import { allPeople } from "@/lib/domain/operator/list-people";
import { resetPassword } from "@/lib/domain/operator/reset-password";
import { resetSecondFactor } from "@/lib/domain/operator/reset-second-factor";

export async function users(): Promise<boolean> {
  let count = 0;
  for await (const person of allPeople()) {
    const places = (await listMemberships(person.id)).map(
      ({ role, merchant }) => `${merchant.slug} (${role})`,
    );
    const seen = person.lastSeenAt ? `last seen ${day(person.lastSeenAt)}` : "never seen";
    const facts = [`since ${day(person.createdAt)}`, seen, ...(person.disabledAt ? ["DISABLED"] : [])];
    print(`${person.email}  ${person.name}  (${facts.join(", ")})`);
    print(`    ${places.join(", ") || "no merchant"}`);
    count += 1;
  }
  print(`${count} people`);
  return true;
}

export async function resetPersonPassword([email]: string[]): Promise<boolean> {
  if (!email) throw new CliError("Whose? npm run admin -- reset-password <email>");
  const password = await resetPassword(email);
  if (password === null) throw new CliError(`Nobody has an account with the address ${email}.`);
  print(`The new password of ${email}, shown only now: ${password}`);
  print("They are signed out everywhere. Ask them to choose their own once they are in.");
  return true;
}

export async function resetPersonSecondFactor([email]: string[]): Promise<boolean> {
  if (!email) throw new CliError("Whose? npm run admin -- reset-second-factor <email>");
  if (!(await resetSecondFactor(email))) {
    throw new CliError(`Nobody has an account with the address ${email}.`);
  }
  print(`The passkeys, the app for codes and the recovery codes of ${email} are removed.`);
  print("They are signed out everywhere, and their password alone signs them in.");
  return true;
}

export async function disablePerson(args: string[]): Promise<boolean> {
  const email = await changePerson(args, true);
  print(`${email} is disabled, and signed out everywhere.`);
  return true;
}

export async function enablePerson(args: string[]): Promise<boolean> {
  const email = await changePerson(args, false);
  print(`${email} can sign in again.`);
  return true;
}

async function changePerson([email]: string[], isDisabled: boolean): Promise<string> {
  const command = isDisabled ? "disable-person" : "enable-person";
  if (!email) throw new CliError(`Whose? npm run admin -- ${command} <email>`);
  const change = await setPersonDisabled(email, isDisabled);
  if (change === "nobody") throw new CliError(`Nobody has an account with the address ${email}.`);
  return email;
}

function day(date: Date): string {
  return date.toISOString().slice(0, 10);
}
