import type { Logo } from "@/lib/domain/merchants/schema";
import type { MerchantTx } from "@/lib/platform/db";

type NewLogo = Logo & { icon: Logo["png"] };

export function findLogo(tx: MerchantTx): Promise<Logo | null> {
  return tx.merchantLogo.findFirst({
    where: { merchantId: tx.merchantId },
    select: { png: true, width: true, height: true, version: true },
  });
}

/** Only the icon. */
export async function findLogoIcon(tx: MerchantTx): Promise<Pick<Logo, "png" | "version"> | null> {
  const where = { merchantId: tx.merchantId };
  const row = await tx.merchantLogo.findFirst({ where, select: { icon: true, version: true } });
  return row && { png: row.icon, version: row.version };
}

/** The version of the logo. Other changes to the logo wait until the transaction ends. */
export async function lockLogoVersion(tx: MerchantTx): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ version: string | null }[]>`
    SELECT logo_version AS version FROM merchants WHERE merchant_id = ${tx.merchantId}::uuid FOR NO KEY UPDATE`;
  return row?.version ?? null;
}

/** Stores the logo, and its version in the merchant's row. Answers whether the picture has changed. */
export async function saveLogo(tx: MerchantTx, logo: NewLogo): Promise<boolean> {
  if (!(await updateVersion(tx, logo.version))) return false;
  const changed = { ...logo, changedAt: new Date() };
  await tx.merchantLogo.upsert({
    where: { merchantId: tx.merchantId },
    create: { merchantId: tx.merchantId, ...changed },
    update: changed,
    select: { merchantId: true },
  });
  return true;
}

/** Answers whether there was a logo. */
export async function deleteLogo(tx: MerchantTx): Promise<boolean> {
  await updateVersion(tx, null);
  const { count } = await tx.merchantLogo.deleteMany({ where: { merchantId: tx.merchantId } });
  return count > 0;
}

/** Answers whether the version has changed. Others who change the logo wait until the transaction ends. */
async function updateVersion(tx: MerchantTx, version: string | null): Promise<boolean> {
  const count = await tx.$executeRaw`
    UPDATE merchants SET logo_version = ${version}
    WHERE merchant_id = ${tx.merchantId}::uuid AND logo_version IS DISTINCT FROM ${version}`;
  return count === 1;
}
