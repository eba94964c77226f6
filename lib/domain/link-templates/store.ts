import * as z from "zod";
import { readUsualExpiry } from "@/lib/core/link-expiry";
import type { MerchantId } from "@/lib/core/merchant-id";
import { type LinkTemplate, mostTemplates, type TemplateContent } from "@/lib/domain/link-templates/schema";
import { isCurrency } from "@/lib/money/currencies";
import type { MerchantTx } from "@/lib/platform/db";
import type { Statement } from "@/lib/platform/statement";
import { Prisma } from "@/prisma/generated/client";

const columns = {
  id: true,
  name: true,
  amountMinor: true,
  currency: true,
  description: true,
  expiry: true,
  version: true,
} as const satisfies Prisma.LinkTemplateSelect;

type Row = Omit<Prisma.LinkTemplateGetPayload<{ select: typeof columns }>, "amountMinor"> & {
  amountMinor: bigint | string;
};

/** Empty when the currency is no longer offered, because no link could be created with it. */
function toTemplate({ amountMinor, currency, expiry, ...row }: Row): LinkTemplate[] {
  const own = expiry === null ? null : readUsualExpiry(expiry);
  return isCurrency(currency) ? [{ ...row, currency, amountMinor: Number(amountMinor), expiry: own }] : [];
}

const templateRow = z
  .object({
    id: z.string(),
    name: z.string(),
    amountMinor: z.string(),
    currency: z.string(),
    description: z.string(),
    expiry: z.string().nullable(),
    version: z.number(),
  })
  .transform(toTemplate);

/** In the order of their creation, each as a list, which is empty for one with a currency that is no longer offered. */
export function savedTemplates(merchantId: MerchantId): Statement<LinkTemplate[]> {
  const sql = Prisma.sql`
    SELECT id, name, amount_minor AS "amountMinor", currency, description, expiry, version FROM link_templates
    WHERE merchant_id = ${merchantId}::uuid AND removed_at IS NULL ORDER BY id LIMIT ${mostTemplates}`;
  return { sql, row: templateRow };
}

export async function findTemplate(tx: MerchantTx, id: string): Promise<LinkTemplate | null> {
  const row = await tx.linkTemplate.findFirst({
    where: { merchantId: tx.merchantId, id, removedAt: null },
    select: columns,
  });
  return (row && toTemplate(row)[0]) ?? null;
}

/** The same, locked until the transaction ends. */
export async function lockTemplate(tx: MerchantTx, id: string): Promise<LinkTemplate | null> {
  await tx.$queryRaw`
    SELECT FROM link_templates WHERE merchant_id = ${tx.merchantId}::uuid AND id = ${id}::uuid FOR NO KEY UPDATE`;
  return findTemplate(tx, id);
}

export function countTemplates(tx: MerchantTx): Promise<number> {
  return tx.linkTemplate.count({ where: { merchantId: tx.merchantId, removedAt: null } });
}

export async function insertTemplate(
  tx: MerchantTx,
  template: TemplateContent & { id: string; createdById: string },
): Promise<void> {
  await tx.linkTemplate.createMany({ data: [{ merchantId: tx.merchantId, ...template }] });
}

/** Answers whether there was such a template. */
export async function updateTemplate(tx: MerchantTx, id: string, content: TemplateContent): Promise<boolean> {
  const { count } = await tx.linkTemplate.updateMany({
    where: { merchantId: tx.merchantId, id, removedAt: null },
    data: { ...content, version: { increment: 1 } },
  });
  return count === 1;
}

/** Answers whether there was such a template. */
export async function retireTemplate(tx: MerchantTx, id: string): Promise<boolean> {
  const { count } = await tx.linkTemplate.updateMany({
    where: { merchantId: tx.merchantId, id, removedAt: null },
    data: { removedAt: new Date() },
  });
  return count === 1;
}
