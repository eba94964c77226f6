import { print } from "@/bin/admin/print";
import { CliError } from "@/bin/embedded-postgres/cli-error";
import { setOperator } from "@/lib/domain/operator/change-operator";

export async function makeOperator([email]: string[]): Promise<boolean> {
  if (!email) throw new CliError("Whom? npm run admin -- make-operator <email>");
  await change(email, true);
  print(`${email} may open /admin, with a second factor. No page there shows a key or acts for a merchant.`);
  return true;
}

export async function removeOperator([email]: string[]): Promise<boolean> {
  if (!email) throw new CliError("Whom? npm run admin -- remove-operator <email>");
  await change(email, false);
  print(`${email} may not open /admin any more.`);
  return true;
}

async function change(email: string, isOperator: boolean): Promise<void> {
  if (!(await setOperator(email, isOperator))) {
    throw new CliError(`Nobody has an account with the address ${email}.`);
  }
}
