import pg from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { writeDemo } from "@/bin/seed/demo";
import { fill } from "@/bin/seed/fill";
import { everyLink } from "@/lib/core/link-view";
import { decryptActiveKey } from "@/lib/domain/api-keys/decrypt-key";
import { verifyChain } from "@/lib/domain/audit/verify-chain";
import { mintMerchantId } from "@/lib/domain/members/mint-merchant-id";
import { getInbox } from "@/lib/domain/payment-links/inbox/get-inbox";
import { listPaymentLinks } from "@/lib/gateway/payment-links-api";
import { getUpstream } from "@/lib/gateway/upstream";
import { freshDatabase } from "@/tests/support/database";
import { startTestSandbox } from "@/tests/support/sandbox";

// Hundreds of links are created in the sandbox one after another.
vi.setConfig({ testTimeout: 120_000 });

const { url, adminUrl } = await freshDatabase();
const [client, admin] = [url, adminUrl].map((connectionString) => new pg.Client({ connectionString }));
const sandbox = await startTestSandbox();
process.env.SANDBOX_URL = sandbox.url;
process.env.SANDBOX_PUBLIC_URL = sandbox.url;

beforeAll(async () => {
  await Promise.all([client?.connect(), admin?.connect()]);
});

afterAll(async () => {
  await Promise.all([client?.end(), admin?.end(), sandbox.close()]);
});

/**
 * The seed writes links past the trigger that knows which state follows which. Here each of them goes the portal's way, with
 * the trigger, and must come out as it was written.
 */
async function expectAsThePortalMakesThem(): Promise<void> {
  const columns = await rows(
    `SELECT quote_ident(attname) AS name FROM pg_attribute
     WHERE attrelid = 'payment_links'::regclass AND attnum > 0 AND attgenerated = '' AND NOT attisdropped`,
  );
  const names = columns.map(({ name }) => name);
  const atFirst: Record<string, string> = {
    state: "CASE origin WHEN 'portal' THEN 'sending' ELSE 'ready' END::link_state",
    lease_until: "CASE origin WHEN 'portal' THEN created_at END",
  };
  await admin?.query(
    `BEGIN; CREATE TEMP TABLE seeded ON COMMIT DROP AS SELECT * FROM payment_links; DELETE FROM payment_links;
     INSERT INTO payment_links (${names}) SELECT ${names.map((name) => atFirst[name] ?? name)} FROM seeded`,
  );
  const goOn = (state: string) =>
    `UPDATE payment_links SET state = ${state}, lease_until = NULL FROM seeded
     WHERE seeded.id = payment_links.id AND seeded.origin = 'portal'`;
  await rows(`${goOn("'unknown'")} AND seeded.state = 'abandoned'`);
  await rows(goOn("seeded.state"));
  const others = await rows("SELECT * FROM payment_links EXCEPT SELECT * FROM seeded");
  const [before, after] = await rows(
    "SELECT count(*) FROM seeded UNION ALL SELECT count(*) FROM payment_links",
  );
  await rows("ROLLBACK");
  expect(others).toEqual([]);
  expect(after).toEqual(before);
  const off = await rows("SELECT tgname FROM pg_trigger WHERE tgenabled <> 'O' AND NOT tgisinternal");
  expect(off).toEqual([]);
}

const rows = async (query: string) => (await admin?.query(query))?.rows ?? [];

test("the demonstration is in every state, its key works, its links open and its log is sound", async () => {
  if (!client) throw new Error("no connection");
  const { email, merchantId } = await writeDemo(client, Date.now());
  const id = mintMerchantId(merchantId);
  const states = await rows("SELECT DISTINCT state::text FROM payment_links ORDER BY 1");
  expect(states.map(({ state }) => state)).toEqual(["abandoned", "ready", "rejected", "unknown"]);
  const { unconfirmedLinks, unannotated, turnedInactive } = await getInbox(everyLink(id));
  expect(unconfirmedLinks.map(({ candidates }) => candidates.length)).toEqual([2, 0]);
  expect([unannotated.length, turnedInactive.length]).toEqual([3, 2]);

  const [known] = await rows("SELECT count(*)::int FROM link_sightings");
  const key = await decryptActiveKey(id, "sandbox");
  if (!key.ok) throw new Error(key.code);
  const listed = await listPaymentLinks({
    ...getUpstream("sandbox"),
    apiKey: key.value.key,
    limit: 1,
    offset: 0,
  });
  expect(listed).toMatchObject({ ok: true, value: { totalItems: known?.count } });

  const [link] = await rows(
    "SELECT * FROM payment_links WHERE state = 'ready' AND active ORDER BY id LIMIT 1",
  );
  const page = await (await fetch(link?.url)).text();
  expect(page).toContain(`data-amount-minor="${link?.amount_minor}"`);
  expect(page).toContain(`(ref ${link?.reference})`);
  expect((await verifyChain(id)).findings).toEqual([]);
  await expectAsThePortalMakesThem();
  await expect(writeDemo(client, Date.now())).rejects.toThrow(email);
});

test("a fill has as many links as asked for, with sound logs, the same for the same seed", async () => {
  if (!client) throw new Error("no connection");
  vi.spyOn(console, "log").mockImplementation(() => {});
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  const filled = async (seed: number) => {
    await rows("TRUNCATE users, merchants CASCADE");
    await fill(client, { merchants: 4, links: 300, seed });
    return rows(
      "SELECT description, amount_minor, currency, reference FROM payment_links ORDER BY intent_id",
    );
  };
  const first = await filled(7);
  expect(first).toHaveLength(300);
  expect(
    new Set((await rows("SELECT reference FROM payment_links")).map(({ reference }) => reference)).size,
  ).toBeGreaterThan(250);
  for (const { merchant_id: id } of await rows("SELECT merchant_id FROM merchants")) {
    expect((await verifyChain(mintMerchantId(id))).findings).toEqual([]);
  }
  await expectAsThePortalMakesThem();
  await expect(fill(client, { merchants: 4, links: 300, seed: 7 })).rejects.toThrow("--seed 7");
  expect(await filled(7)).toEqual(first);
  expect(await filled(8)).not.toEqual(first);
});
