import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { everyLink } from "@/lib/core/link-view";
import { createPaymentLink } from "@/lib/domain/payment-links/create/create-payment-link";
import { readLinkPage } from "@/lib/domain/payment-links/history/read-link-page";
import { getInbox } from "@/lib/domain/payment-links/inbox/get-inbox";
import { matchCandidate } from "@/lib/domain/payment-links/inbox/match-candidate";
import { openCandidate } from "@/lib/domain/payment-links/inbox/open-candidate";
import { freshDatabase } from "@/tests/support/database";
import { startTestSandbox, type TestSandbox } from "@/tests/support/sandbox";
import { merchantWithLinks, type SyncedMerchant, syncWhole } from "@/tests/support/syncing";
import { tapUpstream, type UpstreamTap } from "@/tools/campaign/upstream-tap";

const { adminUrl } = await freshDatabase();
const admin = new pg.Client({ connectionString: adminUrl });
let sandbox: TestSandbox;
let tap: UpstreamTap;

beforeAll(async () => {
  await admin.connect();
  sandbox = await startTestSandbox();
  tap = await tapUpstream(sandbox.url);
  process.env.PAYMENT_LINKS_API_URL = tap.url;
});
afterAll(async () => {
  await admin.end();
  await tap.close();
  await sandbox.close();
});

async function made({ merchantId, actor }: SyncedMerchant): Promise<string> {
  const link = { amountMinor: 1250, currency: "USD", description: "Coffee" } as const;
  const created = await createPaymentLink({ merchantId, actor, mode: "test", intentId: randomUUID(), link });
  return created.ok ? created.value.linkId : created.code;
}

async function readTimeline({ merchantId }: SyncedMerchant, linkId: string): Promise<string[]> {
  const page = await readLinkPage(everyLink(merchantId), linkId);
  return page?.timeline.map(({ what, name }) => `${what} ${name}`) ?? [];
}

test("a link's life: asked for, sent, unconfirmed, found, recognised by somebody, turned inactive", async () => {
  const merchant = await merchantWithLinks(sandbox.url, 3);
  const { merchantId, actor, account } = merchant;
  await syncWhole(merchant);
  await account.setFault({ fault: "reset_after", endpoint: "create" });
  const linkId = await made(merchant);
  await syncWhole(merchant);
  const view = everyLink(merchantId);
  const [unconfirmed] = (await getInbox(view)).unconfirmedLinks;
  const candidateId = unconfirmed?.candidates[0]?.id ?? "";
  const shown = { amountMinor: "1250", currency: "USD" };
  await openCandidate({ view, actor, linkId, candidateId });
  expect(await matchCandidate({ view, actor, linkId, candidateId, shown })).toEqual({
    ok: true,
    value: undefined,
  });
  await account.deactivate((await account.links()).at(-1)?.id ?? "");
  // As if the whole list had last been read a day ago.
  await admin.query(`UPDATE key_syncs SET scan = jsonb_set(scan, '{readAt}', '1000')`);
  await syncWhole(merchant);
  expect(await readTimeline(merchant, linkId)).toEqual([
    "sentBy Ana",
    "sent null",
    "link.unknown Ana",
    "link.found null",
    "link.candidate_opened Ana",
    "link.adopted Ana",
    "link.turned_inactive null",
  ]);
});

test("what could not be sent is not said to have been sent", async () => {
  const merchant = await merchantWithLinks(sandbox.url, 0);
  tap.refuse();
  expect(await readTimeline(merchant, await made(merchant))).toEqual(["sentBy Ana", "link.rejected Ana"]);
});
