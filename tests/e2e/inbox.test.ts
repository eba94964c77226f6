import { expect, inject, test } from "vitest";
import { en } from "@/lib/i18n/messages/en/catalogue";
import { openBrowserAs, seenText } from "@/tests/support/browser";
import { formHolding } from "@/tests/support/http-visitor";
import { watchOpenedPages } from "@/tests/support/opened-pages";
import { connectedOwner, expectRedirect, makeLink } from "@/tests/support/people";
import { upstreamPublicUrl } from "@/tests/support/portal";
import { english as labels } from "./labels";

const content = { amount: "45.00", description: "Lunch for two" };

test("a link whose answer was lost is found without a reload, and a person says that it is theirs", async () => {
  const owner = await connectedOwner();
  await owner.account.setFault({ fault: "reset_after", endpoint: "create" });
  const { page, context } = await openBrowserAs(owner.http);
  const opened = await watchOpenedPages(context);
  const linkPath = await makeLink(owner, content);
  // Nothing is claimed before anything was found. This is read at once, because the worker's first sync is after two
  // seconds.
  expect(await owner.http.html(linkPath)).toContain(en.link.toInbox);
  await page.goto(`${owner.path}/inbox`);
  expect(await seenText(page.locator("main"))).toContain(en.inbox.unconfirmedText);
  // The worker's syncs at 2 and 10 seconds find it; the test never reloads the page.
  const compare = page.getByRole("link", { name: en.inbox.useLink });
  await compare.waitFor({ timeout: 30_000 });
  const [made] = await owner.account.links();
  expect(made?.description).toMatch(/^Lunch for two \(ref [2-9A-Z]{4}\)$/);
  const url = `${upstreamPublicUrl}/link/${made?.id}`;
  expect(await seenText(page.locator("main"))).toContain(url);

  await page.goto(linkPath);
  await page.getByRole("link", { name: en.link.toCandidates }).click();
  const [payPage] = await Promise.all([
    context.waitForEvent("page"),
    page.getByRole("link", { name: en.inbox.open }).click(),
  ]);
  await expect.poll(() => opened).toEqual([url]);
  await payPage.close();
  await compare.click();
  await page.getByRole("button", { name: en.inbox.useLink }).click();
  await page.waitForURL(`**${linkPath}`);
  await page.getByRole("img", { name: labels.qrCode }).waitFor();
  expect(await seenText(page.locator("main"))).toContain(url);
  expect(await owner.account.links()).toHaveLength(1);
  await page.goto(`${owner.path}/inbox`);
  expect(await seenText(page.locator("main"))).toContain(en.inbox.emptyTitle);
});

test("a link that upstream never made is made again once, however often the button is pressed", async () => {
  const owner = await connectedOwner();
  await owner.account.setFault({ fault: "reset_before", endpoint: "create" });
  const linkPath = await makeLink(owner, content);
  const inbox = `${owner.path}/inbox`;
  const form = formHolding(await owner.http.html(inbox), en.inbox.createAgain);
  const answers = await Promise.all(Array.from({ length: 5 }, () => owner.http.send(inbox, form)));
  const targets = answers.map((answer) => expectRedirect(answer, `${owner.path}/links/`));
  expect(new Set(targets).size).toBe(1);
  expect(await owner.account.links()).toHaveLength(1);
  const { page } = await openBrowserAs(owner.http);
  await page.goto(linkPath);
  expect(await seenText(page.locator("main"))).toContain(en.state.abandoned);
  await page.goto(inbox);
  expect(await seenText(page.locator("main"))).toContain(en.inbox.emptyTitle);
});

test("a link made outside is shown, described by a person, and then found by the search", async () => {
  const owner = await connectedOwner();
  await makeLink(owner, content);
  const { page } = await openBrowserAs(owner.http);
  await page.goto(`${owner.path}/inbox`);
  await page.getByText(toStart(en.inbox.lastComplete)).waitFor({ timeout: 30_000 });
  await fetch(`${inject("portal").upstreamUrl}/v1/payment-links`, {
    method: "POST",
    headers: { "X-Api-Key": owner.account.key, "Content-Type": "application/json" },
    body: JSON.stringify({ amount: 9900, currency: "USD", description: "Made in the console" }),
  });
  await page.getByRole("button", { name: en.inbox.checkNow }).click();
  const describe = page.getByText(en.inbox.addDetails, { exact: true });
  await describe.waitFor({ timeout: 30_000 });
  await describe.click();
  await page.getByLabel(labels.amount).fill("99.00");
  await page.getByLabel(labels.description).fill("Made in the console");
  await page.getByRole("button", { name: en.inbox.save }).click();
  await page.getByText(en.inbox.emptyTitle).waitFor();
  await page.goto(`${owner.path}/links?q=console`);
  expect(await seenText(page.locator("main"))).toContain("99.00");
});

/** A sentence up to its first argument. */
function toStart(sentence: string): string {
  return sentence.split("{")[0]?.trim() ?? sentence;
}
