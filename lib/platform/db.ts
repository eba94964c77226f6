import { PrismaPg } from "@prisma/adapter-pg";
import { Pool } from "pg";
import type { MerchantId } from "@/lib/core/merchant-id";
import { requireSetting } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { Prisma, PrismaClient } from "@/prisma/generated/client";

/** What queries run on. The role says as whom, so that no query can run as another; the facts say for whom. */
type TxAs<Role extends string, Facts = unknown> = Prisma.TransactionClient & { readonly role: Role } & Facts;

/** Sees and writes the rows of one merchant, whose id every `where` takes from here. */
export type MerchantTx = TxAs<"merchant", { readonly merchantId: MerchantId }>;
/** Sees what a person may before they chose a merchant. */
export type UserTx = TxAs<"user", { readonly userId: string }>;
/** Sees one invitation. */
export type InvitationTx = TxAs<"invitation", { readonly tokenHash: Uint8Array<ArrayBuffer> }>;
/** Sees accounts, and no merchant's rows. */
export type AccountTx = TxAs<"account">;
/** Sees ids and states of every merchant, and changes nothing. */
export type SystemTx = TxAs<"system">;
/** Removes one merchant that was deleted 30 days ago. */
export type PurgeTx = TxAs<"purge", { readonly merchantId: MerchantId }>;

/** Connections of one process. Postgres allows 100 by default: room for several processes and an operator. */
const connections = 10;

declare global {
  // In development a hot reload makes this module anew; the connections must outlive it.
  var cobroPrisma: PrismaClient | undefined;
}

/**
 * The database as its owner, for what belongs to no merchant: users, sessions, rate limits. Merchants' tables answer
 * with nothing here; `withMerchant` is the way to them.
 * @throws {SettingError} when DATABASE_URL is not given.
 */
export function db(): PrismaClient {
  globalThis.cobroPrisma ??= connect();
  return globalThis.cobroPrisma;
}

/** One transaction that sees, and can write, one merchant's rows only. Make no HTTP call inside it. */
export function withMerchant<T>(merchantId: MerchantId, work: (tx: MerchantTx) => Promise<T>): Promise<T> {
  const facts = { role: "merchant", merchantId } as const;
  return as("cobro_app", "app.merchant_id", merchantId, facts, work);
}

/** One transaction that sees what a signed-in person may before they chose a merchant: their memberships and merchants. */
export function withUser<T>(userId: string, work: (tx: UserTx) => Promise<T>): Promise<T> {
  return as("cobro_app", "app.user_id", userId, { role: "user", userId } as const, work);
}

/** One transaction that sees the one invitation that a token is for, by the token's SHA-256; nothing else. */
export function withInvitation<T>(
  tokenHash: Uint8Array<ArrayBuffer>,
  work: (tx: InvitationTx) => Promise<T>,
): Promise<T> {
  const facts = { role: "invitation", tokenHash } as const;
  return as("cobro_app", "app.invitation_hash", Buffer.from(tokenHash).toString("hex"), facts, work);
}

/** One transaction as the owner, for accounts, which are no merchant's. Merchants' tables show it nothing. */
export function withAccounts<T>(work: (tx: AccountTx) => Promise<T>): Promise<T> {
  return db().$transaction((tx) => work(carrying(tx, { role: "account" } as const)));
}

/** One transaction that sees ids and states of every merchant's keys and links, to find what is due; nothing else. */
export function withSystem<T>(work: (tx: SystemTx) => Promise<T>): Promise<T> {
  return as("cobro_system", "app.merchant_id", "", { role: "system" } as const, work);
}

/** One transaction that can remove a merchant that was deleted 30 days ago, and nothing of any other. */
export function withPurge<T>(merchantId: MerchantId, work: (tx: PurgeTx) => Promise<T>): Promise<T> {
  const facts = { role: "purge", merchantId } as const;
  return as("cobro_purge", "app.merchant_id", merchantId, facts, work);
}

/** Closes the connections; the next use opens new ones. */
export async function disconnect(): Promise<void> {
  const client = globalThis.cobroPrisma;
  globalThis.cobroPrisma = undefined;
  await client?.$disconnect();
}

/**
 * The role and the id hold until the transaction ends and are set in one statement, so that this is right behind
 * PgBouncer's transaction pooling too.
 */
function as<T, Facts extends object>(
  role: "cobro_app" | "cobro_system" | "cobro_purge",
  setting: "app.merchant_id" | "app.user_id" | "app.invitation_hash",
  id: string,
  facts: Facts,
  work: (tx: Prisma.TransactionClient & Facts) => Promise<T>,
): Promise<T> {
  return db().$transaction(async (tx) => {
    await tx.$executeRaw`SELECT set_config('role', ${role}, true), set_config(${setting}, ${id}, true)`;
    return work(carrying(tx, facts));
  });
}

/**
 * The transaction with facts of its own on top. Prisma's transaction is a proxy before the one client that all share:
 * what is assigned to it lands there, and other transactions read it.
 */
function carrying<Facts extends object>(
  tx: Prisma.TransactionClient,
  facts: Facts,
): Prisma.TransactionClient & Facts {
  return Object.create(tx, Object.getOwnPropertyDescriptors(facts));
}

function connect(): PrismaClient {
  const pool = new Pool({
    connectionString: requireSetting("DATABASE_URL"),
    application_name: "cobro",
    max: connections,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
  });
  // On its way from the pool to the adapter a connection has nobody who hears that it broke, which would end the process.
  pool.on("connect", (connection) => connection.on("error", () => {}));
  const adapter = new PrismaPg(pool, {
    disposeExternalPool: true,
    // A connection that breaks while idle leaves the pool, and the next query opens another.
    onPoolError: (error) => log().warn({ code: "database_connection_lost", reason: error.message }),
  });
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 5_000, timeout: 15_000 } });
}

/** Whether the database answers. */
export async function isDatabaseUp(): Promise<boolean> {
  try {
    await db().$queryRaw`SELECT 1`;
    return true;
  } catch (error) {
    log().error({ err: error }, "the database does not answer");
    return false;
  }
}

/** Whether a write was refused because another row holds the same unique key. */
export function isUniqueViolation(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
}
