import { isCustomerLanguage } from "@/lib/core/customer-language";
import { readUsualExpiry } from "@/lib/core/link-expiry";
import type { Mode } from "@/lib/core/mode";
import type { MerchantPlace, StoredSettings } from "@/lib/domain/merchants/schema";
import { isSecureOrigin } from "@/lib/platform/cookie-name";
import type { MerchantTx, SystemTx } from "@/lib/platform/db";

/** @throws a unique violation when the slug is, or ever was, another merchant's. */
export async function insertMerchant(
  tx: MerchantTx,
  merchant: { slug: string; name: string } & MerchantPlace,
): Promise<void> {
  await tx.merchant.create({ data: { id: tx.merchantId, ...merchant }, select: { id: true } });
}

/** The settings, locked until the transaction ends. */
export async function lockSettings(tx: MerchantTx): Promise<StoredSettings | null> {
  await tx.$queryRaw`SELECT FROM merchants WHERE merchant_id = ${tx.merchantId}::uuid FOR NO KEY UPDATE`;
  const row = await tx.merchant.findFirst({
    where: { id: tx.merchantId },
    select: {
      name: true,
      slug: true,
      color: true,
      defaultCurrency: true,
      timeZone: true,
      references: true,
      cashiersOwnLinks: true,
      shortAddresses: true,
      tellsMarked: true,
      linkExpiry: true,
      customerLanguages: true,
    },
  });
  return (
    row && {
      ...row,
      shortAddresses: row.shortAddresses ?? isSecureOrigin(),
      linkExpiry: readUsualExpiry(row.linkExpiry),
      customerLanguages: row.customerLanguages.filter(isCustomerLanguage),
    }
  );
}

/** @throws a unique violation when the slug is, or ever was, another merchant's. */
export async function updateSettings(tx: MerchantTx, settings: Partial<StoredSettings>): Promise<void> {
  await tx.merchant.updateMany({ where: { id: tx.merchantId }, data: settings });
}

/** Disables the merchant in an owner's name. Answers whether it was open until now. */
export async function close(
  tx: MerchantTx,
  how: { closedById: string; isDeleted: boolean },
): Promise<boolean> {
  const now = new Date();
  const { count } = await tx.merchant.updateMany({
    where: { id: tx.merchantId, disabledAt: null },
    data: { disabledAt: now, closedById: how.closedById, ...(how.isDeleted && { deletedAt: now }) },
  });
  return count === 1;
}

/**
 * Enables the merchant again. Answers false when the operator disabled it, when it was deleted before `deletedAfter`,
 * or when its rows are being removed.
 */
export async function reopen(tx: MerchantTx, { deletedAfter }: { deletedAfter: Date }): Promise<boolean> {
  const { count } = await tx.merchant.updateMany({
    where: {
      id: tx.merchantId,
      closedById: { not: null },
      purgeBeganAt: null,
      OR: [{ deletedAt: null }, { deletedAt: { gt: deletedAfter } }],
    },
    data: { disabledAt: null, deletedAt: null, closedById: null },
  });
  return count === 1;
}

/** Slugs of deleted merchants, for the operator, who sees nothing else of them. */
export async function listDeleted(tx: SystemTx): Promise<{ slug: string; deletedAt: Date }[]> {
  const rows = await tx.merchant.findMany({
    where: { deletedAt: { not: null } },
    orderBy: { deletedAt: "asc" },
    select: { slug: true, deletedAt: true },
  });
  return rows.flatMap(({ slug, deletedAt }) => (deletedAt ? [{ slug, deletedAt }] : []));
}

export async function updateMode(tx: MerchantTx, mode: Mode): Promise<void> {
  await tx.merchant.update({ where: { id: tx.merchantId }, data: { mode }, select: { id: true } });
}

/** After how many minutes without use the merchant's shared tills lock. */
export async function findTillIdleMinutes(tx: MerchantTx): Promise<number> {
  const where = { id: tx.merchantId };
  const row = await tx.merchant.findFirstOrThrow({ where, select: { tillIdleMinutes: true } });
  return row.tillIdleMinutes;
}

/** Answers whether it was another number until now. */
export async function updateTillIdleMinutes(tx: MerchantTx, minutes: number): Promise<boolean> {
  const { count } = await tx.merchant.updateMany({
    where: { id: tx.merchantId, tillIdleMinutes: { not: minutes } },
    data: { tillIdleMinutes: minutes },
  });
  return count === 1;
}

/** Whether the inbox shows links that turn inactive upstream. */
export async function findAsksAboutInactive(tx: MerchantTx): Promise<boolean> {
  const where = { id: tx.merchantId };
  const row = await tx.merchant.findFirstOrThrow({ where, select: { asksAboutInactive: true } });
  return row.asksAboutInactive;
}

/** Answers whether it was otherwise until now. */
export async function updateAsksAboutInactive(tx: MerchantTx, asks: boolean): Promise<boolean> {
  const { count } = await tx.merchant.updateMany({
    where: { id: tx.merchantId, asksAboutInactive: !asks },
    data: { asksAboutInactive: asks },
  });
  return count === 1;
}

/** Begins to require a second factor, unless an owner has ever chosen. Answers whether it began now. */
export async function beginSecondFactorRule(tx: MerchantTx): Promise<boolean> {
  const { count } = await tx.merchant.updateMany({
    where: { id: tx.merchantId, secondFactorSince: null, secondFactorChosen: false },
    data: { secondFactorSince: new Date() },
  });
  return count === 1;
}

/** Answers whether it was otherwise before. */
export async function updateSecondFactorRule(tx: MerchantTx, isRequired: boolean): Promise<boolean> {
  const { count } = await tx.merchant.updateMany({
    where: { id: tx.merchantId, secondFactorSince: isRequired ? null : { not: null } },
    data: { secondFactorSince: isRequired ? new Date() : null, secondFactorChosen: true },
  });
  return count === 1;
}
