import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { everyLink } from "@/lib/core/link-view";
import { createPaymentLink } from "@/lib/domain/payment-links/create/create-payment-link";
import { recordOutcome } from "@/lib/domain/payment-links/create/record-outcome";
import { matchCandidate } from "@/lib/domain/payment-links/inbox/match-candidate";
import { openCandidate } from "@/lib/domain/payment-links/inbox/open-candidate";
import { disconnect } from "@/lib/platform/db";
import { insertPaymentLink } from "@/tests/fixtures/payment-link";
import { freshDatabase } from "@/tests/support/database";
import { startTestSandbox, type TestSandbox } from "@/tests/support/sandbox";
import { type ConnectedMerchant, connectedMerchant } from "@/tools/campaign/merchant";

// A process may be suspended for longer than its lease (a laptop that sleeps). When it gets its answer, the link has
// been set to `unknown`, and a person may have decided about it.

const { adminUrl } = await freshDatabase();
const admin = new pg.Client({ connectionString: adminUrl });
let sandbox: TestSandbox;
let merchant: ConnectedMerchant;
let unknownId: string;
let ours: { id: string; upstreamId: string };
let external: { id: string; upstreamId: string };

beforeAll(async () => {
  await admin.connect();
  sandbox = await startTestSandbox();
  process.env.PAYMENT_LINKS_API_URL = sandbox.url;
  merchant = await connectedMerchant(sandbox.url);
});
afterAll(async () => {
  await admin.end();
  await disconnect();
  await sandbox.close();
});

/** An unknown link, and two links found upstream since, one of which is the unknown one. */
beforeEach(async () => {
  const { merchantId, actor, account } = merchant;
  await account.setFault({ fault: "reset_before", endpoint: "create" });
  const link = { amountMinor: 1250, currency: "USD", description: `Request ${randomUUID()}` } as const;
  const created = await createPaymentLink({ merchantId, actor, mode: "test", intentId: randomUUID(), link });
  if (!created.ok || created.value.state !== "unknown") throw new Error("the link is not unknown");
  unknownId = created.value.linkId;
  ours = await found();
  external = await found();
});

test("that says which link it was makes it ready, and takes the place of what a sync found", async () => {
  await answer(ours.upstreamId);
  expect(await row(unknownId)).toMatchObject({ state: "ready", upstream_id: ours.upstreamId });
  expect(await row(ours.id)).toBeUndefined();
  expect(await row(external.id)).toBeDefined();
});

test("of a link that is still being sent takes the place of what a sync found just before", async () => {
  const { merchantId, actor } = merchant;
  const unknown = await row(unknownId);
  const id = await insertPaymentLink(admin, {
    ...{ merchant_id: merchantId, api_key_id: unknown?.api_key_id, created_by_id: actor.userId },
    ...{ amount_minor: 1250, currency: "USD", description: "In the midst of it" },
    ...{ state: "sending", intent_id: randomUUID(), request_hash: Buffer.alloc(32) },
    lease_until: new Date(Date.now() + 60_000),
  });
  await answer(ours.upstreamId, id);
  expect(await row(id)).toMatchObject({ state: "ready", upstream_id: ours.upstreamId });
  expect(await row(ours.id)).toBeUndefined();
});

test("changes nothing once a person has created again: what a sync found is still there to be seen", async () => {
  const { merchantId, actor } = merchant;
  const [{ description }] = (await admin.query("SELECT * FROM payment_links WHERE id = $1", [unknownId]))
    .rows;
  const link = { amountMinor: 1250, currency: "USD", description } as const;
  const again = {
    merchantId,
    actor,
    mode: "test",
    intentId: randomUUID(),
    link,
    replaces: unknownId,
  } as const;
  expect(await createPaymentLink(again)).toMatchObject({ ok: true });
  await answer(ours.upstreamId);
  expect(await row(unknownId)).toMatchObject({ state: "abandoned", upstream_id: null });
  expect(await row(ours.id)).toMatchObject({ origin: "external", upstream_id: ours.upstreamId });
});

test("changes nothing once a person has matched, be it the other one", async () => {
  const { merchantId, actor } = merchant;
  const matched = { view: everyLink(merchantId), actor, linkId: unknownId, candidateId: external.id };
  await openCandidate(matched);
  const shown = { amountMinor: "1250", currency: "USD" };
  expect(await matchCandidate({ ...matched, shown })).toMatchObject({ ok: true });
  await answer(ours.upstreamId);
  expect(await row(unknownId)).toMatchObject({ state: "ready", upstream_id: external.upstreamId });
  expect(await row(ours.id)).toMatchObject({ origin: "external", upstream_id: ours.upstreamId });
});

async function answer(upstreamId: string, id = unknownId): Promise<void> {
  const { merchantId, actor } = merchant;
  const { rows } = await admin.query("SELECT api_key_id FROM payment_links WHERE id = $1", [id]);
  const link = { id, mode: "test", apiKeyId: rows[0].api_key_id } as const;
  const url = `https://pay.example/${upstreamId}`;
  await recordOutcome(merchantId, actor, link, { state: "ready", upstreamId, url, active: true });
}

async function row(id: string): Promise<Record<string, unknown> | undefined> {
  return (await admin.query("SELECT * FROM payment_links WHERE id = $1", [id])).rows[0];
}

/** A row as a sync inserts it for an external link. */
async function found(): Promise<{ id: string; upstreamId: string }> {
  const upstreamId = `plink_${randomUUID()}`;
  const unknown = await row(unknownId);
  const id = await insertPaymentLink(admin, {
    merchant_id: String(unknown?.merchant_id),
    api_key_id: unknown?.api_key_id,
    origin: "external",
    upstream_id: upstreamId,
    url: `https://pay.example/${upstreamId}`,
    active: true,
  });
  return { id, upstreamId };
}
