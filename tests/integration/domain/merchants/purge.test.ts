import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { runOnce } from "graphile-worker";
import pg from "pg";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { mintMerchantId } from "@/lib/domain/members/mint-merchant-id";
import { changeSettings } from "@/lib/domain/merchants/change-settings";
import { deleteMerchant } from "@/lib/domain/merchants/close-merchant";
import { purgeDeleted } from "@/lib/domain/merchants/purge-merchants";
import { deleteRows, tablesToEmpty } from "@/lib/domain/merchants/purge-store";
import { reopenMerchant } from "@/lib/domain/merchants/reopen-merchant";
import type { MerchantSettings } from "@/lib/domain/merchants/schema";
import { reopen } from "@/lib/domain/merchants/store";
import { queueLogger } from "@/lib/jobs/queue-logger";
import { queuePool } from "@/lib/jobs/queue-pool";
import { taskList } from "@/lib/jobs/tasks";
import { withMerchant, withPurge } from "@/lib/platform/db";
import { uuidv7 } from "@/lib/platform/uuidv7";
import { insertPaymentLinks } from "@/tests/fixtures/payment-link";
import { insertTenant, type Tenant } from "@/tests/fixtures/tenant";
import { runAdmin } from "@/tests/support/admin-command";
import { freshDatabase } from "@/tests/support/database";
import { newMerchant } from "@/tests/support/merchants";

process.env.LOG_LEVEL = "silent";
const { url, adminUrl } = await freshDatabase();
const admin = new pg.Client({ connectionString: adminUrl });
const pgPool = queuePool(url, 2);
await admin.connect();
afterAll(() => Promise.all([admin.end(), pgPool.end()]));

const { rows: found } = await admin.query(
  `SELECT relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
   WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND attname = 'merchant_id'`,
);
const tenantTables: string[] = found.map(({ relname }) => relname);

/** How many rows each tenant table holds of a merchant. */
async function listRows(merchantId: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of tenantTables) {
    const { rows } = await admin.query(`SELECT count(*)::int FROM ${table} WHERE merchant_id = $1`, [
      merchantId,
    ]);
    counts[table] = rows[0].count;
  }
  return counts;
}

async function deletedAgo(merchantId: string, age: string): Promise<void> {
  await admin.query(
    `UPDATE merchants SET disabled_at = now(), closed_by_id = gen_random_uuid(), deleted_at = now() - $2::interval
     WHERE merchant_id = $1`,
    [merchantId, age],
  );
}

function purge(signal?: AbortSignal) {
  return purgeDeleted({ asMerchant: mintMerchantId, ...(signal && { signal }) });
}

const none = Object.fromEntries(tenantTables.map((table) => [table, 0]));
let neighbour: Tenant;
let before: Record<string, number>;

beforeEach(async () => {
  neighbour = await insertTenant(admin);
  before = await listRows(neighbour.merchantId);
});

describe("a merchant deleted more than 30 days ago", () => {
  it("is removed with all its rows, and nothing of anybody else, nor the account of anybody", async () => {
    const gone = await insertTenant(admin);
    const kept = await insertTenant(admin);
    for (const count of Object.values(await listRows(gone.merchantId))) expect(count).toBeGreaterThan(0);
    await deletedAgo(gone.merchantId, "30 days 1 minute");
    await deletedAgo(kept.merchantId, "29 days 23 hours");
    expect(await purge()).toEqual({ purged: 1, failed: [] });
    expect(await listRows(gone.merchantId)).toEqual(none);
    for (const { merchantId } of [neighbour, kept]) expect(await listRows(merchantId)).toEqual(before);
    expect((await admin.query("SELECT FROM users WHERE id = $1", [gone.userId])).rowCount).toBe(1);
    expect(await purge()).toEqual({ purged: 0, failed: [] });
  });

  it("leaves its addresses taken, the former ones too", async () => {
    const merchant = await newMerchant("Café Luna");
    const current = `luna-${randomUUID().slice(0, 8)}`;
    const settings: MerchantSettings = {
      ...{ name: "Café Luna", slug: current, color: "#0f766e", references: true, cashiersOwnLinks: false },
      shortAddresses: false,
      tellsMarked: false,
      linkExpiry: "none",
      ...{ defaultCurrency: "USD", timeZone: "UTC", customerLanguages: ["es"] },
    };
    await changeSettings({ ...merchant, settings });
    await deleteMerchant(merchant);
    await deletedAgo(merchant.merchantId, "31 days");
    expect(await purge()).toMatchObject({ purged: 1 });
    const rival = await newMerchant("Café Luna");
    expect(rival.slug).not.toBe(merchant.slug);
    for (const slug of [merchant.slug, current]) {
      const wanted = changeSettings({ ...rival, settings: { ...settings, slug } });
      expect(await wanted).toEqual({ ok: false, code: "slug_taken" });
    }
  });

  it("takes many rows in many steps, may be stopped between them, and is finished the next time", async () => {
    const { merchantId, userId } = await insertTenant(admin);
    const copies = 4_500;
    // Each link replaces the one before it.
    const { rows: keys } = await admin.query("SELECT id FROM api_keys WHERE merchant_id = $1", [merchantId]);
    const columns = { merchant_id: merchantId, api_key_id: keys[0].id, created_by_id: userId };
    const sending = { state: "sending", lease_until: new Date() };
    const ids = Array.from({ length: copies }, (_, n) => uuidv7(n));
    await insertPaymentLinks(
      admin,
      ids.map((id, n) => ({ ...columns, id, ...sending, replaces_id: ids[n - 1] ?? null })),
    );
    await deletedAgo(merchantId, "31 days");
    const stopping = new AbortController();
    let steps = 0;
    const stopSoon = new Proxy(stopping.signal, {
      get: (signal, name) =>
        name === "aborted" ? ++steps > tablesToEmpty.length + 2 : Reflect.get(signal, name),
    });
    expect(await purge(stopSoon)).toEqual({ purged: 0, failed: [] });
    const { payment_links: left = 0 } = await listRows(merchantId);
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(copies);
    // Half of it is gone: it can no longer be reopened, whatever the clocks say.
    expect(await withMerchant(mintMerchantId(merchantId), (tx) => reopen(tx, never))).toBe(false);
    await expect(
      admin.query("UPDATE merchants SET deleted_at = NULL WHERE merchant_id = $1", [merchantId]),
    ).rejects.toThrow(/merchants_purge_after_grace/);
    expect(await purge()).toEqual({ purged: 1, failed: [] });
    expect(await listRows(merchantId)).toEqual(none);
  });
});

/** As in an owner's request that read the clock just before the end of the 30 days. */
const never = { deletedAfter: new Date(0) };

describe("a merchant that its owner has back", () => {
  it("in the very moment is either whole or gone", async () => {
    const merchants = await Promise.all(Array.from({ length: 24 }, () => newMerchant()));
    for (const merchant of merchants) {
      await deleteMerchant(merchant);
      await deletedAgo(merchant.merchantId, "30 days");
    }
    const whole = await listRows(merchants[0]?.merchantId ?? "");
    // The removal begins with the oldest merchant. The last one's owner is there before it, the first one's after it,
    // and the others come at any moment.
    const comes = async (index: number, merchantId: string) => {
      if (index === merchants.length - 1) return;
      if (index > 0) return sleep((index * 37) % 400);
      await expect.poll(() => listRows(merchantId)).toEqual(none);
    };
    const restoring = merchants.map(async ({ merchantId }, index) => {
      await comes(index, merchantId);
      return withMerchant(merchantId, (tx) => reopen(tx, never));
    });
    await restoring.at(-1);
    const [purged, ...restored] = await Promise.all([purge(), ...restoring]);
    for (const [index, { merchantId }] of merchants.entries()) {
      expect(await listRows(merchantId)).toEqual(restored[index] ? whole : none);
    }
    const kept = restored.filter(Boolean).length;
    expect(purged).toEqual({ purged: merchants.length - kept, failed: [] });
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThan(merchants.length);
  });

  it("while the removal waits for it loses nothing", async () => {
    const merchant = await newMerchant();
    const { merchantId } = merchant;
    await deleteMerchant(merchant);
    await deletedAgo(merchantId, "30 days");
    const whole = await listRows(merchantId);
    let isOver = false;
    const purged = await withMerchant(merchantId, async (tx) => {
      expect(await reopen(tx, never)).toBe(true);
      const waiting = purge().finally(() => {
        isOver = true;
      });
      await expect
        .poll(async () => (await admin.query("SELECT FROM pg_locks WHERE NOT granted")).rowCount)
        .toBeGreaterThan(0);
      expect(isOver).toBe(false);
      return { waiting };
    });
    expect(await purged.waiting).toEqual({ purged: 0, failed: [] });
    expect(await listRows(merchantId)).toEqual(whole);
  });

  it("or that was not deleted, not long ago, or not marked, loses no row to the role that removes", async () => {
    const merchant = await newMerchant();
    const { merchantId } = merchant;
    const whole = await listRows(merchantId);
    const deleted = async (id = merchantId) => {
      const counts = tablesToEmpty.map((table) => withPurge(id, (tx) => deleteRows(tx, table, 100)));
      return Math.max(...(await Promise.all(counts)));
    };
    const marked = () =>
      withPurge(
        merchantId,
        (tx) =>
          tx.$executeRaw`UPDATE merchants SET purge_began_at = now() WHERE merchant_id = ${merchantId}::uuid`,
      );
    expect([await deleted(), await marked()]).toEqual([0, 0]);
    const overdue = await insertTenant(admin);
    await deletedAgo(overdue.merchantId, "31 days");
    expect(await deleted(mintMerchantId(overdue.merchantId))).toBe(0);
    expect(await listRows(overdue.merchantId)).toEqual(before);
    await deleteMerchant(merchant);
    expect([await deleted(), await marked()]).toEqual([0, 0]);
    expect(await reopenMerchant({ ...merchant, wasDeleted: true })).toBe(true);
    // Two more events: deleted, and restored.
    const more = {
      audit_events: (whole.audit_events ?? 0) + 2,
      audit_waiting: (whole.audit_waiting ?? 0) + 2,
    };
    expect(await listRows(merchantId)).toEqual({ ...whole, ...more });
  });
});

describe("who removes", () => {
  it("is a job of the worker", async () => {
    const { merchantId } = await insertTenant(admin);
    await deletedAgo(merchantId, "31 days");
    await pgPool.query("SELECT graphile_worker.add_job('purge-deleted')");
    await runOnce({ pgPool, logger: queueLogger(), taskList: taskList(new AbortController().signal) });
    expect(await listRows(merchantId)).toEqual(none);
  });

  it("is the operator too, who is told what is gone and what can still be restored", async () => {
    const [gone, kept] = [await insertTenant(admin), await insertTenant(admin)];
    await deletedAgo(gone.merchantId, "31 days");
    await deletedAgo(kept.merchantId, "1 day");
    const { stdout, stderr, code } = await runAdmin("purge-deleted");
    expect({ stderr, code }).toEqual({ stderr: "", code: 0 });
    expect(stdout).toMatch(new RegExp(`^${gone.merchantId} is gone, with 6 rows`, "m"));
    expect(stdout).toContain("1 merchants removed.");
    expect(stdout).toMatch(new RegExp(`^${kept.merchantId} can be restored until 20`, "m"));
    expect(await listRows(kept.merchantId)).toEqual(before);
  });
});
