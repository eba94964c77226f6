import * as z from "zod";
import { commandOperator } from "@/bin/admin/command-operator";
import { print } from "@/bin/admin/print";
import { CliError } from "@/bin/embedded-postgres/cli-error";
import { merchantsSharingKeys } from "@/lib/domain/api-keys/list-shared-keys";
import { ownLimitsFields } from "@/lib/domain/merchants/schema";
import { changeLimits } from "@/lib/domain/operator/change-limits";
import { setDisabled } from "@/lib/domain/operator/disable-merchant";
import {
  allMerchants,
  findOperatorMerchant,
  merchantFacts,
  type OperatorMerchant,
} from "@/lib/domain/operator/list-merchants";

export async function merchants(): Promise<boolean> {
  const all = await allMerchants();
  for (const { merchantId, slug, disabledAt } of all) {
    const { name, members, keys } = await merchantFacts(merchantId);
    const held = keys.map(
      ({ mode, last4, failingSince }) => `${mode} key …${last4}${failingSince ? " REFUSED BY UPSTREAM" : ""}`,
    );
    const facts = [`${members} people`, ...held, ...(disabledAt ? ["DISABLED"] : [])];
    print(`${slug}  ${name}  (${facts.join(", ")})`);
  }
  print(`${all.length} merchants`);
  const slugs = new Map<string, string>(all.map(({ merchantId, slug }) => [merchantId, slug]));
  for (const group of await merchantsSharingKeys()) {
    print(`The same API key is connected to: ${group.map((id) => slugs.get(id) ?? id).join(", ")}`);
  }
  return true;
}

export async function disableMerchant(args: string[]): Promise<boolean> {
  const { merchantId, slug } = await getMerchant(args);
  const isDone = await setDisabled(merchantId, true, commandOperator());
  print(isDone ? `${slug} is disabled.` : `${slug} was disabled already.`);
  return true;
}

export async function enableMerchant(args: string[]): Promise<boolean> {
  const { merchantId, slug } = await getMerchant(args);
  const isDone = await setDisabled(merchantId, false, commandOperator());
  print(isDone ? `${slug} is enabled again.` : `${slug} was not disabled, or its owner has deleted it.`);
  return true;
}

export async function limits(args: string[]): Promise<boolean> {
  const { merchantId, slug } = await getMerchant(args);
  const [, linksPerHour, people] = args.map((arg) => (arg === "usual" ? "" : arg));
  if (linksPerHour === undefined || people === undefined)
    throw new CliError("Which limits? Two numbers, or usual.");
  const own = z.object(ownLimitsFields).safeParse({ linksPerHour, people });
  if (!own.success) throw new CliError("A limit is a whole number from 1 to 100000, or usual.");
  const isDone = await changeLimits(merchantId, own.data, commandOperator());
  print(isDone ? `${slug} has these limits now.` : `${slug} had these limits already.`);
  return true;
}

/** @throws {CliError} when no slug is given, or there is no such merchant. */
export async function getMerchant([slug]: string[]): Promise<OperatorMerchant> {
  if (!slug) throw new CliError("Which merchant? Give its slug; npm run admin -- merchants lists them.");
  const merchant = await findOperatorMerchant(slug);
  if (!merchant) throw new CliError(`There is no merchant "${slug}"; npm run admin -- merchants lists them.`);
  return merchant;
}
