import { readUsualExpiry } from "@/lib/core/link-expiry";
import { type LinkTemplate, mostTemplates, type TemplateContent } from "@/lib/domain/link-templates/schema";
import { isCurrency } from "@/lib/money/currencies";
import type { MerchantTx } from "@/lib/platform/db";
import type { Prisma } from "@/prisma/generated/client";

const columns = {
  id: true,
  name: true,
  amountMinor: true,
  currency: true,
  description: true,
  expiry: true,
  version: true,
} as const satisfies Prisma.LinkTemplateSelect;

type Row = Prisma.LinkTemplateGetPayload<{ select: typeof columns }>;

/** Empty when the currency is no longer offered, because no link could be created with it. */
function toTemplate({ amountMinor, currency, expiry, ...row }: Row): LinkTemplate[] {
  const own = expiry === null ? null : readUsualExpiry(expiry);
  return isCurrency(currency) ? [{ ...row, currency, amountMinor: Number(amountMinor), expiry: own }] : [];
}

/** In the order of their creation. */
export async function listTemplates(tx: MerchantTx): Promise<LinkTemplate[]> {
  const rows = await tx.linkTemplate.findMany({
    where: { merchantId: tx.merchantId, removedAt: null },
    orderBy: { id: "asc" },
    take: mostTemplates,
    select: columns,
  });
  return rows.flatMap(toTemplate);
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
