import pg from "pg";
import { afterAll, beforeAll, describe, expect, expectTypeOf, it } from "vitest";
import {
  type AccountTx,
  db,
  type MerchantTx,
  type PurgeTx,
  type SystemTx,
  type UserTx,
  withMerchant,
  withSystem,
  withUser,
} from "@/lib/platform/db";
import { newMerchantId } from "@/lib/web/require-member";
import { insertTenant, type Tenant } from "@/tests/fixtures/tenant";
import { freshDatabase } from "@/tests/support/database";

const { adminUrl } = await freshDatabase();
const admin = new pg.Client({ connectionString: adminUrl });
await admin.connect();
afterAll(() => admin.end());

const merchantId = newMerchantId();
let ours: Tenant;
let theirs: Tenant;

beforeAll(async () => {
  ours = await insertTenant(admin, merchantId);
  theirs = await insertTenant(admin);
});

type Session = { role: string; merchant: string | null; person: string | null };

/** With whose rights a query runs. A setting that was reset is '', which counts as none. */
async function session(tx: Pick<MerchantTx, "$queryRaw">): Promise<Session | undefined> {
  const [row] = await tx.$queryRaw<Session[]>`
    SELECT current_user::text AS role, nullif(current_setting('app.merchant_id', true), '') AS merchant,
      nullif(current_setting('app.user_id', true), '') AS person`;
  return row;
}

const nobody = { role: "cobro", merchant: null, person: null };

describe("withMerchant", () => {
  it("is the app's role and the merchant while it lasts", async () => {
    expect(await withMerchant(merchantId, session)).toEqual({
      role: "cobro_app",
      merchant: merchantId,
      person: null,
    });
    expect(await withMerchant(merchantId, (tx) => tx.merchant.findMany({ select: { id: true } }))).toEqual([
      { id: merchantId },
    ]);
  });

  it("is itself again afterwards, on every connection of the pool", async () => {
    await Promise.all(Array.from({ length: 20 }, () => withMerchant(merchantId, session)));
    const sessions = await Promise.all(Array.from({ length: 20 }, () => session(db())));
    expect(new Set(sessions.map((found) => JSON.stringify(found)))).toEqual(
      new Set([JSON.stringify(nobody)]),
    );
  });

  it("is itself again after an error, and what was written is gone", async () => {
    const attempt = withMerchant(merchantId, async (tx) => {
      await tx.merchant.update({ where: { id: merchantId }, data: { name: "Changed" } });
      throw new Error("in the middle");
    });
    await expect(attempt).rejects.toThrow("in the middle");
    expect(await session(db())).toEqual(nobody);
    const names = await withMerchant(merchantId, (tx) => tx.merchant.findMany({ select: { name: true } }));
    expect(names).toEqual([{ name: "Café Luna" }]);
  });

  it("carries its merchant, whatever other transactions run beside it", async () => {
    const ids = Array.from({ length: 20 }, newMerchantId);
    const carried = ids.map((id) =>
      withMerchant(id, async (tx) => {
        const before = tx.merchantId;
        const found = await session(tx);
        return [before, found?.merchant, tx.merchantId];
      }),
    );
    expect(await Promise.all(carried)).toEqual(ids.map((id) => [id, id, id]));
    expect(db()).not.toHaveProperty("merchantId");
  });

  it("writes no row of another merchant", async () => {
    const change = { where: { id: theirs.merchantId }, data: { name: "Changed" } };
    expect(await withMerchant(merchantId, (tx) => tx.merchant.updateMany(change))).toEqual({ count: 0 });
  });
});

it("withUser is the app's role and the person, without a merchant", async () => {
  const expected = { role: "cobro_app", merchant: null, person: ours.userId };
  expect(await withUser(ours.userId, session)).toEqual(expected);
  const found = await withUser(ours.userId, (tx) => tx.merchant.findMany({ select: { id: true } }));
  expect(found).toEqual([{ id: merchantId }]);
});

it("withSystem is the system's role, and sees ids of every merchant", async () => {
  expect(await withSystem(session)).toEqual({ role: "cobro_system", merchant: null, person: null });
  const keys = await withSystem((tx) => tx.apiKey.findMany({ select: { merchantId: true } }));
  expect(keys).toEqual(expect.arrayContaining([{ merchantId }, { merchantId: theirs.merchantId }]));
});

it("a transaction of one kind stands in for no other", () => {
  expectTypeOf<UserTx>().not.toExtend<MerchantTx>();
  expectTypeOf<SystemTx>().not.toExtend<MerchantTx>();
  expectTypeOf<AccountTx>().not.toExtend<SystemTx>();
  expectTypeOf<PurgeTx>().not.toExtend<MerchantTx>();
  expectTypeOf<MerchantTx>().not.toExtend<PurgeTx>();
  expectTypeOf<ReturnType<typeof db>>().not.toExtend<AccountTx>();
});

it("db sees no merchant's rows", async () => {
  expect(await db().merchant.count()).toBe(0);
  expect(await db().user.count()).toBe(2);
});
