import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { everyLink } from "@/lib/core/link-view";
import { createPaymentLink } from "@/lib/domain/payment-links/create/create-payment-link";
import { findUnconfirmed, getInbox } from "@/lib/domain/payment-links/inbox/get-inbox";
import { disconnect } from "@/lib/platform/db";
import { freshDatabase } from "@/tests/support/database";
import { startTestSandbox, type TestSandbox } from "@/tests/support/sandbox";
import { merchantWithLinks, type SyncedMerchant, syncWhole } from "@/tests/support/syncing";

// What the inbox offers for a link that upstream created without answering.

const { adminUrl } = await freshDatabase();
const admin = new pg.Client({ connectionString: adminUrl });
let sandbox: TestSandbox;
let merchant: SyncedMerchant;

beforeAll(async () => {
  await admin.connect();
  sandbox = await startTestSandbox();
  process.env.PAYMENT_LINKS_API_URL = sandbox.url;
});
beforeEach(async () => {
  merchant = await merchantWithLinks(sandbox.url, 2);
  await syncWhole(merchant);
});
afterAll(async () => {
  await admin.end();
  await disconnect();
  await sandbox.close();
});

async function create(description = "Coffee"): Promise<void> {
  const { merchantId, actor } = merchant;
  const link = { amountMinor: 1250, currency: "USD", description } as const;
  await createPaymentLink({ merchantId, actor, mode: "test", intentId: randomUUID(), link });
}

async function inbox() {
  const { unconfirmedLinks, unannotated } = await getInbox(everyLink(merchant.merchantId));
  const made = (await merchant.account.links()).find(({ description }) => description.startsWith("Coffee"));
  const offered = unconfirmedLinks.map(({ candidates }) => candidates.map(({ upstreamId }) => upstreamId));
  return { made: made?.id, offered, external: unannotated.map(({ upstreamId }) => upstreamId) };
}

test("it is offered however many links others make after it", async () => {
  await merchant.account.setFault({ fault: "reset_after", endpoint: "create" });
  await create();
  await syncWhole(merchant);
  await merchant.account.seed(120);
  await syncWhole(merchant);
  const { made, offered } = await inbox();
  expect(offered).toHaveLength(1);
  expect(offered[0]?.[0]).toBe(made);
});

test("all that it may be is offered, page after page, each once", async () => {
  await merchant.account.setFault({ fault: "reset_before", endpoint: "create" });
  await create();
  await merchant.account.seed(120);
  await syncWhole(merchant);
  const { merchantId } = merchant;
  const [onCard] = (await getInbox(everyLink(merchantId))).unconfirmedLinks;
  const pages = [onCard];
  for (let after = onCard?.moreAfter; after; after = pages.at(-1)?.moreAfter) {
    pages.push((await findUnconfirmed(everyLink(merchantId), onCard?.link.id ?? "", after)) ?? undefined);
  }
  expect(pages.map((page) => page?.candidates.length)).toEqual([5, 100, 15]);
  const seeded = (await merchant.account.links()).slice(2).map(({ id }) => id);
  const offered = pages.flatMap((page) => page?.candidates.map(({ upstreamId }) => upstreamId));
  expect(offered.toSorted()).toEqual(seeded.toSorted());
});

test("it is offered though the clock of the process that sent it is ahead of the others'", async () => {
  await merchant.account.setFault({ fault: "reset_after", endpoint: "create" });
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 60_000 });
  await create().finally(() => vi.useRealTimers());
  await syncWhole(merchant);
  const { made, offered } = await inbox();
  expect(offered).toEqual([[made]]);
});

test("every unconfirmed link is on some page of the inbox, each once", async () => {
  await merchant.account.setFault({ fault: "reset_before", endpoint: "create", count: 21 });
  for (let number = 0; number < 21; number++) await create(`Coffee ${number}`);
  const view = everyLink(merchant.merchantId);
  const pages: string[][] = [];
  for (let after: string | null | undefined; after !== null; ) {
    const { unconfirmedLinks, nextAfter } = await getInbox(view, after);
    pages.push(unconfirmedLinks.map(({ link }) => link.description ?? ""));
    after = nextAfter;
  }
  expect(pages.map(({ length }) => length)).toEqual([10, 10, 1]);
  expect(pages.flat()).toEqual(Array.from({ length: 21 }, (_, number) => `Coffee ${number}`));
});

test("while it is on its way nobody is asked about it as about an external link, who might dismiss it", async () => {
  await merchant.account.setFault({ fault: "slow", delayMs: 1_500, endpoint: "create" });
  const sending = create();
  await expect.poll(async () => (await inbox()).made).toBeDefined();
  await syncWhole(merchant);
  const { rows } = await admin.query(
    "SELECT state, origin FROM payment_links WHERE merchant_id = $1 AND dismissed_at IS NULL ORDER BY origin",
    [merchant.merchantId],
  );
  expect(rows).toEqual([
    { state: "sending", origin: "portal" },
    { state: "ready", origin: "external" },
  ]);
  expect((await inbox()).external).toEqual([]);
  await sending;
  // What others create afterwards is an external link as usual.
  await merchant.account.seed(1);
  await syncWhole(merchant);
  expect((await inbox()).external).toHaveLength(1);
});
