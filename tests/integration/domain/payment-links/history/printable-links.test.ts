import { randomUUID } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import { everyLink } from "@/lib/core/link-view";
import { createPaymentLink } from "@/lib/domain/payment-links/create/create-payment-link";
import { printableLinks } from "@/lib/domain/payment-links/history/list-printable";
import { annotateLink } from "@/lib/domain/payment-links/inbox/annotate-link";
import { getInbox } from "@/lib/domain/payment-links/inbox/get-inbox";
import { disconnect } from "@/lib/platform/db";
import { freshDatabase } from "@/tests/support/database";
import { readableHistory } from "@/tests/support/filters";
import { startTestSandbox } from "@/tests/support/sandbox";
import { merchantWithLinks, syncWhole } from "@/tests/support/syncing";

await freshDatabase();
const sandbox = await startTestSandbox();
process.env.PAYMENT_LINKS_API_URL = sandbox.url;
afterAll(async () => {
  await disconnect();
  await sandbox.close();
});

test("a link made elsewhere is on sheets once somebody has written down what it is for", async () => {
  const merchant = await merchantWithLinks(sandbox.url, 2);
  await syncWhole(merchant);
  await merchant.account.seed(1);
  await syncWhole(merchant);
  const { merchantId, actor } = merchant;
  const link = { amountMinor: 1250, currency: "USD", description: "Made here" } as const;
  await createPaymentLink({ merchantId, actor, mode: "test", intentId: randomUUID(), link });
  const view = everyLink(merchantId);
  const printed = async () => {
    const { links } = await printableLinks(view, readableHistory({}), "UTC");
    return links.map(({ description }) => description).toSorted();
  };
  expect(await printed()).toEqual(["Made here"]);
  const [external] = (await getInbox(view)).unannotated;
  const content = { ...link, description: "Made elsewhere" };
  await annotateLink({ view, actor, id: external?.id ?? "", content });
  expect(await printed()).toEqual(["Made elsewhere", "Made here"]);
});
