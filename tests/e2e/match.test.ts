import { expect, test } from "vitest";
import { en } from "@/lib/i18n/messages/en/catalogue";
import { openBrowserAs, seenText } from "@/tests/support/browser";
import { formHolding } from "@/tests/support/http-visitor";
import { watchOpenedPages } from "@/tests/support/opened-pages";
import { connectedOwner, expectRedirect, makeLink, type Owner } from "@/tests/support/people";
import { upstreamPublicUrl } from "@/tests/support/portal";
import { english as labels } from "./labels";

const content = { amount: "89.00", description: "Lunch for two" };

/** An owner with a link whose answer was lost, and another link made after it. */
async function withCandidates() {
  const owner = await connectedOwner();
  await owner.account.setFault({ fault: "reset_after", endpoint: "create" });
  const linkPath = await makeLink(owner, content);
  await owner.account.seed(1);
  await owner.http.submit(`${owner.path}/inbox`, en.inbox.checkNow, {});
  const pages = async () => [...new Set(await candidatePages(owner))];
  await expect.poll(async () => (await pages()).length, { timeout: 20_000 }).toBe(2);
  const [candidate = "", other = ""] = await pages();
  return { owner, linkPath, candidate, other };
}

async function candidatePages({ http, path }: Owner): Promise<string[]> {
  const html = await http.html(`${path}/inbox`);
  return [...html.matchAll(/href="([^"]*\/inbox\/[0-9a-f-]{36}\/[0-9a-f-]{36})"/g)].map(
    ([, href = ""]) => href,
  );
}

test("a candidate is opened, compared and chosen, and the choice is taken back", async () => {
  const { owner, linkPath } = await withCandidates();
  const { page, context } = await openBrowserAs(owner.http);
  const opened = await watchOpenedPages(context);
  await page.goto(`${owner.path}/inbox`);
  // The inbox itself has no button that decides.
  expect(await page.getByRole("button", { name: en.inbox.useLink }).count()).toBe(0);
  await page.getByRole("link", { name: en.inbox.useLink }).first().tap();
  await page.getByText(en.match.openFirst).waitFor();
  const use = page.getByRole("button", { name: en.inbox.useLink });
  expect(await use.count()).toBe(0);
  const main = page.locator("main");
  for (const text of ["$89.00", content.description, en.match.onItsPage, upstreamPublicUrl])
    expect(await seenText(main)).toContain(text);
  const [payPage] = await Promise.all([
    context.waitForEvent("page"),
    page.getByRole("link", { name: en.match.open }).tap(),
  ]);
  await expect.poll(() => opened).toEqual([expect.stringContaining(`${upstreamPublicUrl}/link/`)]);
  await payPage.close();
  await use.waitFor();
  expect(await seenText(main)).toContain("$89.00 and “Lunch for two”");
  await use.dblclick();
  await page.waitForURL(`**${linkPath}`);
  await page.getByRole("img", { name: labels.qrCode }).waitFor();

  const undo = page.getByRole("button", { name: en.match.undo });
  await undo.dblclick();
  await page.getByText(en.link.unknownTitle).waitFor();
  expect(await undo.count()).toBe(0);
  await page.goto(`${owner.path}/inbox`);
  expect(await page.getByRole("link", { name: en.inbox.useLink }).count()).toBe(2);
});

test("the server takes no word for a link that was not opened, whatever the form says; without scripts too", async () => {
  const { owner, linkPath, candidate, other } = await withCandidates();
  const { http } = owner;
  await http.request(`${candidate}/open`);
  const form = formHolding(await http.html(candidate), en.inbox.useLink);
  const [, otherId = ""] = /([^/]+)$/.exec(other) ?? [];
  const send = async (values: Record<string, string>) => (await http.send(candidate, form, values)).text();
  expect(await send({ candidateId: otherId })).toContain(en.errors.candidate_not_opened);
  expect(await send({ amountMinor: "7250" })).toContain(en.errors.match_outdated);
  expect(await send({ currency: "CRC" })).toContain(en.errors.match_outdated);
  // A request from another site does not count as opening.
  await http.request(`${other}/open`, { headers: { "sec-fetch-site": "cross-site" } });
  expect(await send({ candidateId: otherId })).toContain(en.errors.candidate_not_opened);
  for (const answer of await Promise.all([http.send(candidate, form), http.send(candidate, form)]))
    expectRedirect(answer, linkPath);
  const undo = formHolding(await http.html(linkPath), en.match.undo);
  for (const answer of await Promise.all([http.send(linkPath, undo), http.send(linkPath, undo)]))
    expectRedirect(answer, linkPath);
  expect(await http.html(linkPath)).toContain(en.link.unknownTitle);
});

test("what somebody wrote down of a candidate is shown, and another amount stands out and cannot be chosen", async () => {
  const { owner, candidate } = await withCandidates();
  const { page } = await openBrowserAs(owner.http);
  await owner.http.request(`${candidate}/open`);
  await page.goto(candidate);
  await page.getByText(en.match.another).tap();
  await page.getByLabel(labels.amount, { exact: true }).fill("72.50");
  await page.getByLabel(labels.description).fill("Somebody else's lunch");
  await page.getByRole("button", { name: en.inbox.save }).tap();
  await page.waitForURL(/inbox$/);
  await page.goto(candidate);
  await page.getByRole("alert").filter({ hasText: "$72.50" }).waitFor();
  expect(await seenText(page.locator("main"))).toContain(en.match.otherAmount);
  expect(await page.getByRole("button", { name: en.inbox.useLink }).count()).toBe(0);
});
