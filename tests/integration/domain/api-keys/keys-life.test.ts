import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Secret } from "@/lib/core/secret";
import { isKeyFailing } from "@/lib/domain/api-keys/check-health";
import { connectApiKey } from "@/lib/domain/api-keys/connect-api-key";
import { decryptActiveKey, decryptKeyById } from "@/lib/domain/api-keys/decrypt-key";
import { disconnectKey } from "@/lib/domain/api-keys/disconnect-key";
import { listConnectedKeys } from "@/lib/domain/api-keys/list-keys";
import { listSharedKeys, merchantsSharingKeys } from "@/lib/domain/api-keys/list-shared-keys";
import { secretContext } from "@/lib/domain/api-keys/secret-context";
import { merchantsToWipe, wipeRetiredKeys } from "@/lib/domain/api-keys/wipe-keys";
import { verifyChain } from "@/lib/domain/audit/verify-chain";
import { createPaymentLink } from "@/lib/domain/payment-links/create/create-payment-link";
import { syncKey } from "@/lib/domain/payment-links/sync/sync-key";
import { encryptSecret } from "@/lib/platform/secret-box/secret-box";
import { freshDatabase } from "@/tests/support/database";
import { newMerchant, type TestMerchant } from "@/tests/support/merchants";
import { startTestSandbox, type TestAccount, type TestSandbox } from "@/tests/support/sandbox";

const { adminUrl } = await freshDatabase();
let admin: pg.Client;
let upstream: TestSandbox;

beforeAll(async () => {
  admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  upstream = await startTestSandbox();
  process.env.PAYMENT_LINKS_API_URL = upstream.url;
  process.env.PAYMENT_LINKS_TIMEOUT_MS = "5000";
});
afterAll(async () => {
  await admin.end();
  await upstream.close();
});

type Connected = { merchant: TestMerchant; account: TestAccount; keyId: string };

test("a link that is being made while its key is replaced finishes with the old key, which is wiped later", async () => {
  const { merchant, account, keyId } = await connected();
  await account.setFault({ fault: "slow", delayMs: 800 });
  const submitting = create(merchant);
  await expect.poll(() => listRows("payment_links", merchant)).toHaveLength(1);
  const next = await upstream.openAccount();
  expect(await connectApiKey({ ...merchant, text: next.key })).toMatchObject({ ok: true });
  expect(await submitting).toMatchObject({ ok: true, value: { state: "ready" } });
  expect(await account.links()).toHaveLength(1);
  expect(await listRows("payment_links", merchant)).toMatchObject([{ api_key_id: keyId, state: "ready" }]);

  // The old key creates no new links, and can still be decrypted for those sent with it.
  const opened = await decryptKeyById(merchant.merchantId, keyId);
  expect(opened.ok && opened.value.key.reveal()).toBe(account.key);
  expect(await wipeRetiredKeys(merchant.merchantId)).toBe(0);
  expect(await merchantsToWipe()).not.toContain(merchant.merchantId);

  await admin.query("UPDATE api_keys SET opens_until = now() - interval '1 s' WHERE id = $1", [keyId]);
  expect(await decryptKeyById(merchant.merchantId, keyId)).toEqual({ ok: false, code: "no_key" });
  expect(await merchantsToWipe()).toContain(merchant.merchantId);
  expect(await wipeRetiredKeys(merchant.merchantId)).toBe(1);
  expect(await merchantsToWipe()).not.toContain(merchant.merchantId);
  const keys = await listRows("api_keys", merchant);
  expect(keys.find(({ id }) => id === keyId)).toMatchObject({
    sealed: Buffer.alloc(0),
    wiped_at: expect.any(Date),
  });
  const current = await decryptActiveKey(merchant.merchantId, "test");
  expect(current.ok && current.value.key.reveal()).toBe(next.key);
});

test("a disconnected key is wiped at once, and a link that is being made with it still finishes", async () => {
  const { merchant, account, keyId } = await connected();
  await account.setFault({ fault: "slow", delayMs: 800 });
  const submitting = create(merchant);
  await expect.poll(() => listRows("payment_links", merchant)).toHaveLength(1);
  expect(await disconnectKey({ ...merchant, mode: "test" })).toMatchObject({ ok: true });
  expect(await disconnectKey({ ...merchant, mode: "test" })).toEqual({ ok: false, code: "no_key" });
  const [key] = await listRows("api_keys", merchant);
  expect(key).toMatchObject({ id: keyId, sealed: Buffer.alloc(0), active_mode: null });
  expect(await decryptKeyById(merchant.merchantId, keyId)).toEqual({ ok: false, code: "no_key" });
  expect(await submitting).toMatchObject({ ok: true, value: { state: "ready" } });
  expect(await create(merchant)).toEqual({ ok: false, code: "no_key" });
  expect(await events(merchant)).toContain("api_key.disconnected");
});

test("the first refusal is noted and told once, and the next success takes it back", async () => {
  const { merchant, keyId } = await connected();
  expect(await isKeyFailing(merchant.merchantId, "test")).toBe(false);
  const restore = await revokedUpstream(merchant, keyId);
  expect(await create(merchant)).toMatchObject({ value: { state: "rejected", failureCode: "key_refused" } });
  expect(await isKeyFailing(merchant.merchantId, "test")).toBe(true);
  expect(await isKeyFailing(merchant.merchantId, "live")).toBe(false);
  const [first] = await listConnectedKeys(merchant.merchantId);
  await create(merchant);
  expect((await listConnectedKeys(merchant.merchantId))[0]?.failingSince).toEqual(first?.failingSince);
  expect((await events(merchant)).filter((one) => one === "api_key.stopped_working")).toHaveLength(1);

  await restore();
  expect(await create(merchant)).toMatchObject({ value: { state: "ready" } });
  expect(await isKeyFailing(merchant.merchantId, "test")).toBe(false);
  expect((await events(merchant)).filter((one) => one === "api_key.works_again")).toHaveLength(1);
  expect((await verifyChain(merchant.merchantId)).findings).toEqual([]);
});

test("a sync notes it too, and a trouble that says nothing of the key does not", async () => {
  const { merchant, account, keyId } = await connected();
  const { merchantId } = merchant;
  await account.setFault({ fault: "html_502" });
  await syncKey({ merchantId, apiKeyId: keyId });
  expect(await isKeyFailing(merchantId, "test")).toBe(false);
  const restore = await revokedUpstream(merchant, keyId);
  await syncKey({ merchantId, apiKeyId: keyId });
  expect(await isKeyFailing(merchantId, "test")).toBe(true);
  await restore();
  await syncKey({ merchantId, apiKeyId: keyId });
  expect(await isKeyFailing(merchantId, "test")).toBe(false);
});

test("a new key begins without the old one's trouble", async () => {
  const { merchant, keyId } = await connected();
  await revokedUpstream(merchant, keyId);
  await create(merchant);
  await connectApiKey({ ...merchant, text: (await upstream.openAccount()).key });
  expect(await isKeyFailing(merchant.merchantId, "test")).toBe(false);
});

test("the same key in two merchants is noticed on both sides, without a name, until one lets go", async () => {
  const one = await connected();
  expect(await listSharedKeys(one.merchant.merchantId)).toEqual(new Set());
  const other = await newMerchant("Sol");
  await connectApiKey({ ...other, text: one.account.key });
  expect(await listSharedKeys(one.merchant.merchantId)).toEqual(new Set([one.keyId]));
  expect((await listSharedKeys(other.merchantId)).size).toBe(1);
  expect(await merchantsSharingKeys()).toEqual([[one.merchant.merchantId, other.merchantId].sort()]);
  await disconnectKey({ ...other, mode: "test" });
  expect(await listSharedKeys(one.merchant.merchantId)).toEqual(new Set());
  expect(await merchantsSharingKeys()).toEqual([]);
});

async function connected(): Promise<Connected> {
  const merchant = await newMerchant();
  const account = await upstream.openAccount();
  await connectApiKey({ ...merchant, text: account.key });
  const [key] = await listConnectedKeys(merchant.merchantId);
  return { merchant, account, keyId: key?.id ?? "" };
}

/** Makes upstream refuse the key. The returned function undoes it. */
async function revokedUpstream({ merchantId }: TestMerchant, keyId: string): Promise<() => Promise<unknown>> {
  const write = (encrypted: Uint8Array) =>
    admin.query("UPDATE api_keys SET sealed = $2 WHERE id = $1", [keyId, Buffer.from(encrypted)]);
  const before = await admin.query("SELECT sealed FROM api_keys WHERE id = $1", [keyId]);
  const unknown = new Secret("sk_test_nobody_has_this_key");
  await write((await encryptSecret(unknown, secretContext(merchantId, keyId))).encrypted);
  return async () => {
    // A sync stores upstream's `Retry-After`.
    await sleep(10);
    await admin.query("UPDATE key_syncs SET lease_until = NULL, scan = NULL WHERE api_key_id = $1", [keyId]);
    return write(before.rows[0].sealed);
  };
}

function create(merchant: TestMerchant) {
  const link = { amountMinor: 100, currency: "USD" as const, description: crypto.randomUUID() };
  return createPaymentLink({ ...merchant, mode: "test", intentId: crypto.randomUUID(), link });
}

async function listRows(table: string, { merchantId }: TestMerchant): Promise<Record<string, unknown>[]> {
  return (await admin.query(`SELECT * FROM ${table} WHERE merchant_id = $1`, [merchantId])).rows;
}

async function events(merchant: TestMerchant): Promise<unknown[]> {
  return (await listRows("audit_events", merchant)).map(({ action }) => action);
}
