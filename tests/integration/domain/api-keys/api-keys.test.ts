import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { chooseMode } from "@/lib/domain/api-keys/choose-mode";
import { connectApiKey } from "@/lib/domain/api-keys/connect-api-key";
import { connectSandbox } from "@/lib/domain/api-keys/connect-sandbox";
import { decryptActiveKey } from "@/lib/domain/api-keys/decrypt-key";
import { listConnectedKeys } from "@/lib/domain/api-keys/list-keys";
import { chooseSecondFactorRule } from "@/lib/domain/merchants/change-second-factor";
import { freshDatabase } from "@/tests/support/database";
import { newMerchant, type TestMerchant } from "@/tests/support/merchants";
import { openAccount, startTestSandbox, type TestSandbox } from "@/tests/support/sandbox";

const { adminUrl } = await freshDatabase();
let admin: pg.Client;
let upstream: TestSandbox;

beforeAll(async () => {
  admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  upstream = await startTestSandbox();
  process.env.PAYMENT_LINKS_API_URL = upstream.url;
  process.env.SANDBOX_URL = upstream.url;
});
afterAll(async () => {
  await admin.end();
  await upstream.close();
});

test("a key is stored sealed, and opens to what was pasted", async () => {
  const merchant = await newMerchant();
  const { key } = await upstream.openAccount();
  expect(await connectApiKey({ ...merchant, text: `  ${key}\n` })).toEqual({ ok: true, value: "test" });
  const dump = await dumpRows(merchant);
  for (const form of [
    key,
    Buffer.from(key).toString("hex"),
    Buffer.from(key).toString("base64").slice(0, -4),
  ]) {
    expect(dump).not.toContain(form);
  }
  const [summary, ...others] = await listConnectedKeys(merchant.merchantId);
  expect(others).toEqual([]);
  expect(summary).toMatchObject({ mode: "test", last4: key.slice(-4), connectedBy: "Ana Rojas" });
  expect(Object.keys(summary ?? {})).not.toContain("sealed");
  const opened = await decryptActiveKey(merchant.merchantId, "test");
  expect(opened.ok && opened.value.key.reveal()).toBe(key);
});

test("with the first live key a second factor is required of owners and admins, unless an owner chose otherwise", async () => {
  const since = async ({ merchantId }: TestMerchant) => {
    const { rows } = await admin.query(
      "SELECT second_factor_since AS since FROM merchants WHERE merchant_id = $1",
      [merchantId],
    );
    return rows[0].since;
  };
  const connect = async (merchant: TestMerchant, mode: "test" | "live") =>
    connectApiKey({ ...merchant, text: (await openAccount(upstream.url, mode)).key });
  const merchant = await newMerchant();
  await connect(merchant, "test");
  expect(await since(merchant)).toBeNull();
  await connect(merchant, "live");
  const began = await since(merchant);
  expect(began).toBeInstanceOf(Date);
  await connect(merchant, "live");
  expect(await since(merchant)).toEqual(began);
  await chooseSecondFactorRule({ ...merchant, isRequired: false });
  await chooseSecondFactorRule({ ...merchant, isRequired: false });
  await connect(merchant, "live");
  expect(await since(merchant)).toBeNull();
  const { rows } = await admin.query(
    "SELECT action FROM audit_events WHERE merchant_id = $1 AND action LIKE 'merchant.second%' ORDER BY id",
    [merchant.merchantId],
  );
  expect(rows.map(({ action }) => action)).toEqual([
    "merchant.second_factor_required",
    "merchant.second_factor_optional",
  ]);
});

test("what upstream does not accept is not stored", async () => {
  const merchant = await newMerchant();
  for (const [text, code] of [
    ["", "key_missing"],
    ["pk_live_0123456789", "key_publishable"],
    ["sk_test_short", "key_malformed"],
    ["sk_prod_0123456789abcdef", "key_malformed"],
    ["sk_test_0123456789\u0000abcdef", "key_malformed"],
    ["sk_test_nobody_has_this_key", "key_refused"],
  ] as const) {
    expect(await connectApiKey({ ...merchant, text }), text).toEqual({ ok: false, code });
  }
  const { rows } = await admin.query("SELECT FROM api_keys WHERE merchant_id = $1", [merchant.merchantId]);
  expect(rows).toEqual([]);
  expect(await listEventsAbout(merchant)).toEqual(["merchant.created"]);
});

test("a new key takes the place of the old one of its mode, whose row stays for its links", async () => {
  const merchant = await newMerchant();
  const [first, second] = [await upstream.openAccount(), await upstream.openAccount()];
  await connectApiKey({ ...merchant, text: first.key });
  await connectApiKey({ ...merchant, text: second.key });
  const { rows } = await admin.query(
    "SELECT last4, active_mode, disconnected_at FROM api_keys WHERE merchant_id = $1 ORDER BY connected_at",
    [merchant.merchantId],
  );
  expect(rows).toEqual([
    { last4: first.key.slice(-4), active_mode: null, disconnected_at: expect.any(Date) },
    { last4: second.key.slice(-4), active_mode: "test", disconnected_at: null },
  ]);
  const opened = await decryptActiveKey(merchant.merchantId, "test");
  expect(opened.ok && opened.value.key.reveal()).toBe(second.key);
  expect(await listEventsAbout(merchant)).toEqual([
    "merchant.created",
    "api_key.connected",
    "merchant.mode_changed",
    "api_key.replaced",
    "merchant.mode_changed",
  ]);
});

test("test, live and sandbox keys stand side by side, and the merchant makes links with one of them", async () => {
  const merchant = await newMerchant();
  const live = await openAccount(upstream.url, "live");
  await connectApiKey({ ...merchant, text: (await upstream.openAccount()).key });
  expect(await connectApiKey({ ...merchant, text: live.key })).toEqual({ ok: true, value: "live" });
  expect(await connectSandbox(merchant)).toEqual({ ok: true });
  expect((await listConnectedKeys(merchant.merchantId)).map(({ mode }) => mode)).toEqual([
    "sandbox",
    "test",
    "live",
  ]);
  expect(await getMode(merchant)).toBe("sandbox");
  expect(await chooseMode({ ...merchant, mode: "live" })).toMatchObject({ ok: true });
  expect(await getMode(merchant)).toBe("live");
  // Back to the sandbox: the same account, and not a second one.
  expect(await connectSandbox(merchant)).toEqual({ ok: true });
  expect((await listConnectedKeys(merchant.merchantId)).length).toBe(3);
  expect(await getMode(merchant)).toBe("sandbox");
});

test("a mode without a key cannot be chosen", async () => {
  const merchant = await newMerchant();
  expect(await chooseMode({ ...merchant, mode: "live" })).toEqual({ ok: false, code: "no_key" });
  expect(await getMode(merchant)).toBe("sandbox");
  expect(await decryptActiveKey(merchant.merchantId, "live")).toEqual({ ok: false, code: "no_key" });
});

test("a sealed key copied to another merchant opens there under no id, nor at home under another", async () => {
  const [one, other] = [await newMerchant(), await newMerchant()];
  for (const merchant of [one, other]) {
    await connectApiKey({ ...merchant, text: (await upstream.openAccount()).key });
  }
  const merchants = [one.merchantId, other.merchantId];
  const unreadable = { ok: false, code: "key_unreadable" };
  const copy = (columns: string) =>
    admin.query(
      `UPDATE api_keys SET ${columns} FROM api_keys AS source
       WHERE source.merchant_id = $1 AND api_keys.merchant_id = $2`,
      merchants,
    );
  await copy("sealed = source.sealed");
  expect(await decryptActiveKey(other.merchantId, "test")).toEqual(unreadable);
  await copy("id = source.id");
  expect(await decryptActiveKey(other.merchantId, "test")).toEqual(unreadable);
  expect((await decryptActiveKey(one.merchantId, "test")).ok).toBe(true);
  await admin.query("UPDATE api_keys SET id = gen_random_uuid() WHERE merchant_id = $1", [one.merchantId]);
  expect(await decryptActiveKey(one.merchantId, "test")).toEqual(unreadable);
});

test("two keys connected at the same moment leave one of them in use", async () => {
  const merchant = await newMerchant();
  const keys = await Promise.all(Array.from({ length: 5 }, () => upstream.openAccount()));
  const answers = await Promise.all(keys.map(({ key }) => connectApiKey({ ...merchant, text: key })));
  expect(answers.every(({ ok }) => ok)).toBe(true);
  expect(await listConnectedKeys(merchant.merchantId)).toHaveLength(1);
});

/** Everything that is stored about the merchant's keys and events, with bytes in hexadecimal. */
async function dumpRows({ merchantId }: TestMerchant): Promise<string> {
  const { rows } = await admin.query<{ text: string }>(
    `SELECT api_keys::text AS text FROM api_keys WHERE merchant_id = $1
     UNION ALL SELECT audit_events::text FROM audit_events WHERE merchant_id = $1`,
    [merchantId],
  );
  expect(rows.length).toBeGreaterThan(1);
  return rows.map(({ text }) => text).join("\n");
}

async function listEventsAbout({ merchantId }: TestMerchant): Promise<string[]> {
  const { rows } = await admin.query<{ action: string }>(
    "SELECT action FROM audit_events WHERE merchant_id = $1 ORDER BY at, id",
    [merchantId],
  );
  return rows.map(({ action }) => action);
}

async function getMode({ merchantId }: TestMerchant): Promise<string> {
  const { rows } = await admin.query("SELECT mode FROM merchants WHERE merchant_id = $1", [merchantId]);
  return rows[0].mode;
}
