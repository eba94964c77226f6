import { expect, test } from "vitest";
import { en } from "@/lib/i18n/messages/en/catalogue";
import { formHolding, type HttpVisitor } from "@/tests/support/http-visitor";
import { connectedOwner, makeLink, nobody, signedUp } from "@/tests/support/people";
import { teammate } from "@/tests/support/roles";

const intent = 'name="intentId"';

function listPages(path: string, linkPage: string): string[] {
  return [
    path,
    `${path}/links`,
    `${path}/links/new`,
    `${path}/links/new?from=${linkPage.split("/").at(-1)}`,
    `${path}/links/export.csv`,
    `${path}/inbox`,
    `${path}/settings/api-keys`,
    `${path}/settings/audit`,
    `${path}/settings/audit/export.csv`,
    linkPage,
    `${linkPage}/qr.svg`,
    `${linkPage}/qr.png`,
    `${linkPage}/show`,
    `${linkPage}/qr`,
    `${linkPage}/poster`,
    `${linkPage}/poster.pdf`,
    `${path}/links/sheet`,
  ];
}

test("another merchant's pages, files and forms are not found, like those of one that does not exist", async () => {
  const mine = await connectedOwner("Mine");
  const theirs = await connectedOwner("Theirs");
  const description = `Only theirs ${crypto.randomUUID()}`;
  const linkPage = await makeLink(theirs, { amount: "12.50", description });
  const pages = listPages(theirs.path, linkPage);
  const external = await signedUp();

  for (const http of [mine.http, external.http]) {
    const found = await listStatuses(http, pages);
    expect(found).toEqual(pages.map((page) => `404 ${page}`));
  }
  const nowhere = listPages("/m/no-such-merchant", "/m/no-such-merchant/links/none");
  expect(await listStatuses(mine.http, nowhere)).toEqual(nowhere.map((page) => `404 ${page}`));
  // The address of my own merchant does not open their link either.
  const borrowed = linkPage.replace(theirs.path, mine.path);
  const alsoMine = ["", "/qr.svg", "/qr.png", "/qr", "/poster", "/poster.pdf", "/show"].map(
    (part) => borrowed + part,
  );
  expect(await listStatuses(mine.http, alsoMine)).toEqual(alsoMine.map((page) => `404 ${page}`));
  const titles = {
    [linkPage]: `${en.problems.notFoundTitle} · Cobro`,
    [borrowed]: `${en.problems.notFoundTitle} · Mine`,
    "/nowhere": `${en.problems.notFoundTitle} · Cobro`,
    "/invite/none": `${en.invite.goneTitle} · Cobro`,
  };
  for (const [page, title] of Object.entries(titles)) {
    expect(await (await mine.http.request(page)).text()).toContain(`<title>${title}</title>`);
  }
  const copied = await mine.http.html(`${mine.path}/links/new?from=${linkPage.split("/").at(-1)}`);
  expect(copied).not.toContain(description);
  // The same requests by their owner succeed, which shows that the addresses are right.
  for (const page of pages) expect((await theirs.http.request(page)).status, page).toBeLessThan(400);
});

test("a form sent to another merchant's address does nothing there", async () => {
  const mine = await connectedOwner("Mine");
  const theirs = await connectedOwner("Theirs");
  const typed = { amount: "12.50", description: "Not for them" };
  const form = formHolding(await mine.http.html(`${mine.path}/links/new`), intent);
  const keyPage = `${mine.path}/settings/api-keys`;
  const keyForm = formHolding(await mine.http.html(keyPage), 'name="apiKey"');
  const answers = [
    await mine.http.send(`${theirs.path}/links/new`, form, typed),
    await mine.http.send(`${theirs.path}/settings/api-keys`, keyForm, { apiKey: mine.account.key }),
    await mine.http.send(`${theirs.path}/links`, form, typed),
  ];
  // The last form does not belong to the page, whatever the merchant.
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 409]);
  expect(await theirs.account.links()).toEqual([]);
  expect(await mine.account.links()).toEqual([]);
  const theirKeys = await theirs.http.html(`${theirs.path}/settings/api-keys`);
  expect(theirKeys).toContain(`ends in ${theirs.account.key.slice(-4)}`);
  expect(theirKeys).not.toContain(`ends in ${mine.account.key.slice(-4)}`);
});

test("nobody signed in is sent to sign in, and no form of theirs is handled", async () => {
  const owner = await connectedOwner();
  const linkPage = await makeLink(owner, { amount: "12.50", description: "Made before" });
  const form = formHolding(await owner.http.html(`${owner.path}/links/new`), intent);
  const external = nobody();
  for (const page of [...listPages(owner.path, linkPage), "/m", "/m/new", "/account"]) {
    const response = await external.request(page);
    // A download answers with an error. A browser would otherwise save the sign-in page under the file's name.
    if (isFile(page)) {
      expect([page, response.status]).toEqual([page, 401]);
      continue;
    }
    const next = encodeURIComponent(page.split("?")[0] ?? "");
    expect(`${response.status} ${response.headers.get("location")}`, page).toBe(`307 /login?next=${next}`);
  }
  const sent = await external.send(`${owner.path}/links/new`, form, { amount: "1.00", description: "x" });
  expect(sent.status).toBe(303);
  expect(sent.headers.get("location")).toContain("/login?next=");
  expect(await owner.account.links()).toHaveLength(1);
});

test("a role opens what it may and nothing more, and a member who left opens nothing", async () => {
  const owner = await connectedOwner();
  const linkPage = await makeLink(owner, { amount: "12.50", description: "For the team" });
  const keyPage = `${owner.path}/settings/api-keys`;
  const newPage = `${owner.path}/links/new`;
  const keyForm = formHolding(await owner.http.html(keyPage), 'name="apiKey"');
  const linkForm = formHolding(await owner.http.html(newPage), intent);
  const cashier = await teammate(owner, "cashier");
  const viewer = await teammate(owner, "viewer");

  const pages = [`${owner.path}/links`, linkPage, newPage, keyPage];
  expect(await listStatuses(cashier.http, pages)).toEqual(
    pages.map((page, at) => `${[200, 200, 200, 403][at]} ${page}`),
  );
  expect(await listStatuses(viewer.http, pages)).toEqual(
    pages.map((page, at) => `${[200, 200, 403, 403][at]} ${page}`),
  );
  expect(await (await cashier.http.request(keyPage)).text()).toContain(
    `<title>${en.problems.forbiddenTitle} · `,
  );

  const replace = await cashier.http.send(keyPage, keyForm, { apiKey: owner.account.key });
  const create = await viewer.http.send(newPage, linkForm, { amount: "1.00", description: "By a viewer" });
  expect([replace.status, create.status]).toEqual([403, 403]);
  expect(await replace.text()).toContain(en.problems.forbiddenTitle);
  expect(await owner.account.links()).toHaveLength(1);

  await cashier.remove();
  expect(await listStatuses(cashier.http, pages)).toEqual(pages.map((page) => `404 ${page}`));
});

function isFile(page: string): boolean {
  return /\.(csv|svg|png|pdf)$/.test(page);
}

async function listStatuses(http: HttpVisitor, pages: string[]): Promise<string[]> {
  const statuses: string[] = [];
  for (const page of pages) {
    const response = await http.request(page);
    await response.body?.cancel();
    statuses.push(`${response.status} ${page}`);
  }
  return statuses;
}
