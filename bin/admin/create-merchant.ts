import { parseArgs } from "node:util";
import { print } from "@/bin/admin/print";
import { CliError } from "@/bin/embedded-postgres/cli-error";
import { mintMerchantId } from "@/lib/domain/members/mint-merchant-id";
import { newMerchantSchema } from "@/lib/domain/merchants/schema";
import { openMerchant } from "@/lib/domain/operator/open-merchant";

const usage = "create-merchant <owner's email> <name> [--currency CRC] [--zone America/Costa_Rica]";

/** The owner must have an account. */
export async function createMerchantFor(args: string[]): Promise<boolean> {
  const { positionals, values } = read(args);
  const [email, name] = positionals;
  if (!email || !name || positionals.length > 2) throw new CliError(`npm run admin -- ${usage}`);
  const { currency = "USD", zone = "UTC" } = values;
  const schema = newMerchantSchema({ defaultCurrency: "USD", timeZone: "UTC" });
  const parsed = schema.safeParse({ name, defaultCurrency: currency.toUpperCase(), timeZone: zone });
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new CliError(`The ${String(issue?.path[0] ?? "name")} cannot be used: ${issue?.message}`);
  }
  const slug = await openMerchant(mintMerchantId(crypto.randomUUID()), email, {
    customerLanguages: ["es", "en"],
    ...parsed.data,
  });
  if (slug === null) throw new CliError(`Nobody has an account with the address ${email}.`);
  print(`${slug} is there, and ${email} owns it.`);
  return true;
}

function read(args: string[]) {
  try {
    const options = { currency: { type: "string" }, zone: { type: "string" } } as const;
    return parseArgs({ args, options, allowPositionals: true });
  } catch {
    throw new CliError(`npm run admin -- ${usage}`);
  }
}
