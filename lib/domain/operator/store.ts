import type { OwnLimits } from "@/lib/domain/merchants/schema";
import { db, type MerchantTx, type SystemTx } from "@/lib/platform/db";

export type ListedPerson = {
  id: string;
  email: string;
  name: string;
  createdAt: Date;
  disabledAt: Date | null;
  lastSeenAt: Date | null;
};

/** People by email address, those after `after`. */
export async function listPeople(after = "", limit = 200): Promise<ListedPerson[]> {
  const rows = await db().user.findMany({
    where: { email: { gt: after } },
    orderBy: { email: "asc" },
    take: limit,
    select: {
      id: true,
      email: true,
      name: true,
      createdAt: true,
      disabledAt: true,
      sessions: { orderBy: { lastSeenAt: "desc" }, take: 1, select: { lastSeenAt: true } },
    },
  });
  return rows.map(({ sessions, ...person }) => ({ ...person, lastSeenAt: sessions[0]?.lastSeenAt ?? null }));
}

/** Sets a password and ends every session, at once. Null when nobody has the email address. */
export function replacePassword(email: string, passwordHash: string): Promise<{ userId: string } | null> {
  return db().$transaction(async (tx) => {
    const user = await tx.user.findFirst({ where: { email }, select: { id: true } });
    if (!user) return null;
    await tx.user.update({ where: { id: user.id }, data: { passwordHash }, select: { id: true } });
    await tx.session.updateMany({
      where: { userId: user.id, revokedAt: null },
      data: { revokedAt: new Date() },
    });
    await tx.passwordReset.deleteMany({ where: { userId: user.id } });
    await tx.pendingSignIn.deleteMany({ where: { userId: user.id } });
    return { userId: user.id };
  });
}

/** Removes every second factor and ends every session, at once. Null when nobody has the email address. */
export function deleteSecondFactors(email: string): Promise<{ userId: string } | null> {
  return db().$transaction(async (tx) => {
    const user = await tx.user.findFirst({ where: { email }, select: { id: true } });
    if (!user) return null;
    const where = { userId: user.id };
    await tx.passkey.deleteMany({ where });
    await tx.authenticator.deleteMany({ where });
    await tx.recoveryCode.deleteMany({ where });
    await tx.pendingSignIn.deleteMany({ where });
    await tx.session.updateMany({ where: { ...where, revokedAt: null }, data: { revokedAt: new Date() } });
    return { userId: user.id };
  });
}

/** Ids and slugs of all merchants, by slug. */
export function listMerchants(
  tx: SystemTx,
): Promise<{ id: string; slug: string; disabledAt: Date | null }[]> {
  return tx.merchant.findMany({
    orderBy: { slug: "asc" },
    select: { id: true, slug: true, disabledAt: true },
  });
}

export type MerchantFacts = {
  name: string;
  members: number;
  keys: { mode: string; last4: string; failingSince: Date | null }[];
};

export async function findMerchantFacts(tx: MerchantTx): Promise<MerchantFacts> {
  const merchant = await tx.merchant.findFirst({ where: { id: tx.merchantId }, select: { name: true } });
  const members = await tx.membership.count({ where: { merchantId: tx.merchantId, removedAt: null } });
  const keys = await tx.apiKey.findMany({
    where: { merchantId: tx.merchantId, activeMode: { not: null } },
    orderBy: { mode: "asc" },
    select: { mode: true, last4: true, failingSince: true },
  });
  return { name: merchant?.name ?? "", members, keys };
}

/** Answers whether anything had to change. */
export async function updateDisabled(tx: MerchantTx, isDisabled: boolean): Promise<boolean> {
  const { count } = await tx.merchant.updateMany({
    where: { id: tx.merchantId, deletedAt: null, disabledAt: isDisabled ? null : { not: null } },
    data: { disabledAt: isDisabled ? new Date() : null, closedById: null },
  });
  return count === 1;
}

/** Answers whether they were others until now. */
export async function updateLimits(tx: MerchantTx, { linksPerHour, people }: OwnLimits): Promise<boolean> {
  const count = await tx.$executeRaw`
    UPDATE merchants SET links_per_hour = ${linksPerHour}::int, people_limit = ${people}::int
    WHERE merchant_id = ${tx.merchantId}::uuid
      AND (links_per_hour, people_limit) IS DISTINCT FROM (${linksPerHour}::int, ${people}::int)`;
  return count === 1;
}

/** Disables a person and ends every session, or enables them, at once. Null when nobody has the email address. */
export function updatePersonDisabled(
  email: string,
  isDisabled: boolean,
): Promise<{ userId: string; isChanged: boolean } | null> {
  return db().$transaction(async (tx) => {
    const user = await tx.user.findFirst({ where: { email }, select: { id: true } });
    if (!user) return null;
    const { count } = await tx.user.updateMany({
      where: { id: user.id, disabledAt: isDisabled ? null : { not: null } },
      data: { disabledAt: isDisabled ? new Date() : null },
    });
    if (isDisabled) {
      const where = { userId: user.id };
      await tx.session.updateMany({ where: { ...where, revokedAt: null }, data: { revokedAt: new Date() } });
      await tx.passwordReset.deleteMany({ where });
      await tx.pendingSignIn.deleteMany({ where });
    }
    return { userId: user.id, isChanged: count === 1 };
  });
}

/** Whether a person is an operator now. */
export async function readIsOperator(userId: string): Promise<boolean> {
  const where = { id: userId, disabledAt: null, operatorSince: { not: null } };
  return (await db().user.count({ where })) === 1;
}

/** Makes a person an operator, or no longer. False when nobody has the email address. */
export async function updateOperator(email: string, isOperator: boolean): Promise<boolean> {
  const { count } = await db().user.updateMany({
    where: { email },
    data: { operatorSince: isOperator ? new Date() : null },
  });
  return count === 1;
}

export function findMerchant(
  tx: SystemTx,
  slug: string,
): Promise<{ id: string; slug: string; disabledAt: Date | null } | null> {
  return tx.merchant.findFirst({ where: { slug }, select: { id: true, slug: true, disabledAt: true } });
}

/** Some merchants by slug, those after `after`. */
export function listMerchantsAfter(
  tx: SystemTx,
  after: string,
  limit: number,
): Promise<{ id: string; slug: string; disabledAt: Date | null; deletedAt: Date | null }[]> {
  return tx.merchant.findMany({
    where: { slug: { gt: after } },
    orderBy: { slug: "asc" },
    take: limit,
    select: { id: true, slug: true, disabledAt: true, deletedAt: true },
  });
}

export type MerchantWork = {
  links: number;
  unconfirmed: number;
  lastSyncAt: Date | null;
  syncProblem: string | null;
};

/** How much a merchant has, what waits there, and how its sync does. */
export async function findMerchantWork(tx: MerchantTx): Promise<MerchantWork> {
  const [row] = await tx.$queryRaw<MerchantWork[]>`
    SELECT count(*)::float8 AS links, count(*) FILTER (WHERE state = 'unknown')::float8 AS unconfirmed,
      (SELECT max(complete_at) FROM key_syncs WHERE merchant_id = ${tx.merchantId}::uuid) AS "lastSyncAt",
      (SELECT max(problem) FROM key_syncs JOIN api_keys USING (merchant_id)
       WHERE merchant_id = ${tx.merchantId}::uuid AND api_keys.id = api_key_id AND active_mode IS NOT NULL) AS "syncProblem"
    FROM payment_links WHERE merchant_id = ${tx.merchantId}::uuid`;
  return row ?? { links: 0, unconfirmed: 0, lastSyncAt: null, syncProblem: null };
}

/** Who has an account with an address. */
export function findPersonByEmail(email: string): Promise<{ id: string; locale: string | null } | null> {
  return db().user.findFirst({ where: { email, disabledAt: null }, select: { id: true, locale: true } });
}

export type Totals = { people: number; merchants: number; links: { state: string; count: number }[] };

export async function countAll(tx: SystemTx): Promise<Omit<Totals, "people">> {
  const merchants = await tx.merchant.count({ where: { deletedAt: null }, select: { slug: true } });
  const links = await tx.$queryRaw<{ state: string; count: number }[]>`
    SELECT state::text AS state, count(*)::float8 AS count FROM payment_links GROUP BY 1 ORDER BY 1`;
  return { merchants: merchants.slug, links };
}

export function countPeople(): Promise<number> {
  return db().user.count();
}
