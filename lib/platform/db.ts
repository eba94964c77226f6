import { PrismaPg } from "@prisma/adapter-pg";
import { DatabaseError } from "pg";
import type { MerchantId } from "@/lib/core/merchant-id";
import { closePool, pool } from "@/lib/platform/database-pool";
import { roleName } from "@/lib/platform/role-name";
import { readRows, type Sql, type Statement, sendBatch } from "@/lib/platform/statement";
import { Prisma, PrismaClient } from "@/prisma/generated/client";

/**
 * A transaction that queries run in. Its type says with whose rights, so that no query runs with another's; `Facts` say
 * on whose behalf.
 */
type TxAs<Role extends string, Facts = unknown> = Prisma.TransactionClient & { readonly role: Role } & Facts;

/** Sees and writes the rows of one merchant. Every query takes the merchant's id from here. */
export type MerchantTx = TxAs<"merchant", { readonly merchantId: MerchantId }>;
/** Sees what a person may see before choosing a merchant. */
export type UserTx = TxAs<"user", { readonly userId: string }>;
/** Sees one invitation. */
export type InvitationTx = TxAs<"invitation", { readonly tokenHash: Uint8Array<ArrayBuffer> }>;
/** Sees one shared till, by the secret in its browser. */
export type TillTx = TxAs<"till", { readonly tokenHash: Uint8Array<ArrayBuffer> }>;
/** Sees accounts, and no merchant's rows. */
export type AccountTx = TxAs<"account">;
/** Sees ids and states of every merchant, and changes nothing. */
export type SystemTx = TxAs<"system">;
/** Removes one merchant that was deleted 30 days ago. */
export type PurgeTx = TxAs<"purge", { readonly merchantId: MerchantId }>;

declare global {
  // In development a hot reload loads this module again; the client is kept here meanwhile.
  var cobroPrisma: PrismaClient | undefined;
}

/**
 * The database with the rights of its owner, for what belongs to no merchant: users, sessions, rate limits. It sees no
 * rows of merchants' tables; use `withMerchant` for those.
 * @throws {SettingError} when DATABASE_URL is not given.
 */
export function db(): PrismaClient {
  globalThis.cobroPrisma ??= connect();
  return globalThis.cobroPrisma;
}

/** One transaction that sees, and can write, one merchant's rows only. Make no HTTP call inside it. */
export function withMerchant<T>(merchantId: MerchantId, work: (tx: MerchantTx) => Promise<T>): Promise<T> {
  const facts = { role: "merchant", merchantId } as const;
  return as("app", "app.merchant_id", merchantId, facts, work);
}

/**
 * One transaction that sees what a signed-in person may see before choosing a merchant: their memberships and
 * merchants.
 */
export function withUser<T>(userId: string, work: (tx: UserTx) => Promise<T>): Promise<T> {
  return as("app", "app.user_id", userId, { role: "user", userId } as const, work);
}

/** One transaction that sees the one invitation that a token is for, by the token's SHA-256; nothing else. */
export function withInvitation<T>(
  tokenHash: Uint8Array<ArrayBuffer>,
  work: (tx: InvitationTx) => Promise<T>,
): Promise<T> {
  const facts = { role: "invitation", tokenHash } as const;
  return as("app", "app.invitation_hash", Buffer.from(tokenHash).toString("hex"), facts, work);
}

/** One transaction that sees the one shared till that a secret is for, by the secret's SHA-256; nothing else. */
export function withTill<T>(
  tokenHash: Uint8Array<ArrayBuffer>,
  work: (tx: TillTx) => Promise<T>,
): Promise<T> {
  const facts = { role: "till", tokenHash } as const;
  return as("app", "app.till_hash", Buffer.from(tokenHash).toString("hex"), facts, work);
}

/**
 * One transaction with the rights of the owner, for accounts, which belong to no merchant. It sees no rows of
 * merchants' tables.
 */
export function withAccounts<T>(work: (tx: AccountTx) => Promise<T>): Promise<T> {
  return db().$transaction((tx) => work(carrying(tx, { role: "account" } as const)));
}

/** One transaction that sees ids and states of every merchant's keys and links, to find what is due; nothing else. */
export function withSystem<T>(work: (tx: SystemTx) => Promise<T>): Promise<T> {
  return as("system", "app.merchant_id", "", { role: "system" } as const, work);
}

/** One transaction that can remove a merchant that was deleted 30 days ago, and nothing of any other. */
export function withPurge<T>(merchantId: MerchantId, work: (tx: PurgeTx) => Promise<T>): Promise<T> {
  const facts = { role: "purge", merchantId } as const;
  return as("purge", "app.merchant_id", merchantId, facts, work);
}

/**
 * Sends statements at once, and answers the rows of each. They run in one transaction, which begins with the rights of the
 * owner, for accounts; what one of them sets holds for those after it, so that it can choose another role and id. What they
 * write is committed when this resolves.
 */
export async function readTogether(...statements: Sql[]): Promise<unknown[][]> {
  const connection = await pool().connect();
  return sendBatch(connection, statements).finally(() => connection.release());
}

/** The same for one merchant: the statements see its rows only, as in `withMerchant`. */
export async function readTogetherAs(merchantId: MerchantId, ...statements: Sql[]): Promise<unknown[][]> {
  return (await readTogether(asMerchant(merchantId), ...statements)).slice(1);
}

/** The rows that one statement finds for one merchant. */
export async function askAs<Row>(merchantId: MerchantId, statement: Statement<Row>): Promise<Row[]> {
  const [rows] = await readTogetherAs(merchantId, statement.sql);
  return readRows(statement, rows);
}

/** The statement after which those sent together with it see, and can write, one merchant's rows only. */
export function asMerchant(merchantId: MerchantId): Sql {
  return settingRole("app", "app.merchant_id", merchantId);
}

/** The merchant whose rows a statement sees, chosen by one before it in the same transaction; null where none was. */
export const chosenMerchant = Prisma.sql`NULLIF(current_setting('app.merchant_id', true), '')::uuid`;

/** Closes the connections; the next use opens new ones. */
export async function disconnect(): Promise<void> {
  const client = globalThis.cobroPrisma;
  globalThis.cobroPrisma = undefined;
  await client?.$disconnect();
  // Prisma closes the pool only if it has used it.
  await closePool();
}

type Setting = "app.merchant_id" | "app.user_id" | "app.invitation_hash" | "app.till_hash";

/**
 * The role and the ids are set in one statement and hold until the transaction ends, so that this is also right behind
 * PgBouncer's transaction pooling.
 */
function settingRole(role: "app" | "system" | "purge", setting: Setting, id: string): Prisma.Sql {
  return Prisma.sql`SELECT set_config('role', ${roleName(role)}, true), set_config(${setting}, ${id}, true)`;
}

function as<T, Facts extends object>(
  role: "app" | "system" | "purge",
  setting: Setting,
  id: string,
  facts: Facts,
  work: (tx: Prisma.TransactionClient & Facts) => Promise<T>,
): Promise<T> {
  return db().$transaction(async (tx) => {
    await tx.$executeRaw(settingRole(role, setting, id));
    return work(carrying(tx, facts));
  });
}

/**
 * Adds facts to the transaction. They cannot be assigned: Prisma's transaction is a proxy for the one client that all
 * transactions share, so that the others would read them too.
 */
function carrying<Facts extends object>(
  tx: Prisma.TransactionClient,
  facts: Facts,
): Prisma.TransactionClient & Facts {
  return Object.create(tx, Object.getOwnPropertyDescriptors(facts));
}

function connect(): PrismaClient {
  const adapter = new PrismaPg(pool(), { disposeExternalPool: true });
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 5_000, timeout: 15_000 } });
}

/** Whether a write was refused because another row holds the same unique key. */
export function isUniqueViolation(error: unknown): boolean {
  if (error instanceof DatabaseError) return error.code === "23505";
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
}
