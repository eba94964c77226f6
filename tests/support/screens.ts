import type { Page } from "playwright-core";
import sharp from "sharp";
import type { Row } from "@/bin/seed/insert-rows";
import { insertPaymentLink } from "@/tests/fixtures/payment-link";
import type { Visitor } from "@/tests/support/browser";
import type { HttpVisitor } from "@/tests/support/http-visitor";
import {
  connectedOwner,
  expectRedirect,
  makeLink,
  merchantOwner,
  type Owner,
  signedUp,
} from "@/tests/support/people";
import { asSuperuser, teammate, withSuperuser } from "@/tests/support/roles";
import type { TestAccount } from "@/tests/support/sandbox";
import { proofScreen, tillScreens } from "@/tests/support/till-screens";

export type Screen = {
  name: string;
  path: string;
  /** Who opens it; nobody signed in when not given. */
  http?: HttpVisitor;
  /** Actions before it is checked. */
  prepare?: (page: Page) => Promise<void>;
  /** One of the screens that people use most. */
  isMain?: true;
  /** The expected status when it is not 200. */
  status?: number;
};

const longWord = "x".repeat(500);
const hugeAmount = "9,999,999,999.99";

/** Every screen, in the states that are hardest to lay out. */
export async function everyScreen(): Promise<Screen[]> {
  const newcomer = await merchantOwner(
    "A business with quite a long name, Sociedad Anónima de Capital Variable",
  );
  // With two businesses, there is a list to choose from.
  await newcomer.http.submit("/m/new", 'name="timeZone"', { name: "Café Sol" });
  const owner = await connectedOwner("Café Luna");
  const cashier = await teammate(owner, "cashier");
  const { http, path } = owner;
  const links = await madeLinks(owner);
  await saveTemplates(owner);
  const press = async (page: Page) => {
    await page.locator("main button[type=submit]").last().click();
    await page.locator("[aria-invalid=true]").first().waitFor();
  };
  const openDetails = (page: Page) =>
    page.locator("details").evaluateAll((all) => {
      for (const one of all) one.setAttribute("open", "");
    });
  return [
    { name: "sign-up", path: "/signup" },
    { name: "sign-up, refused", path: "/signup", prepare: press },
    { name: "sign-in", isMain: true, path: "/login" },
    { name: "naming a merchant", path: "/m/new", http },
    { name: "merchants", path: "/m", http: newcomer.http },
    { name: "account", path: "/account", http },
    { name: "keys, none", isMain: true, path: `${newcomer.path}/settings/api-keys`, http: newcomer.http },
    { name: "keys, refused", path: `${path}/settings/api-keys`, http, prepare: press },
    { name: "new link without a key", path: `${newcomer.path}/links/new`, http: newcomer.http },
    { name: "new link", isMain: true, path: `${path}/links/new`, http },
    { name: "new link, refused", path: `${path}/links/new`, http, prepare: press },
    { name: "new link, ambiguous", path: `${path}/links/new`, http, prepare: typeAmbiguous },
    { name: "new link, copied", path: `${path}/links/new?from=${links.long.split("/").at(-1)}`, http },
    { name: "new link, on its way", path: `${path}/links/new`, http, prepare: pressUnanswered },
    { name: "link", isMain: true, path: links.short, http },
    { name: "link, ways to share", isMain: true, path: `${links.long}?ways=open`, http },
    { name: "link, number refused", path: `${links.short}?ways=open`, http, prepare: sendNowhere },
    { name: "link, full screen", isMain: true, path: `${links.short}/show`, http },
    { name: "link, long, full screen", path: `${links.long}/show`, http },
    { name: "link, inactive", path: links.inactive, http },
    { name: "link, long", path: links.long, http },
    { name: "link, longest amount", path: links.longest, http },
    { name: "link, right to left", path: links.rightToLeft, http },
    { name: "link, not confirmed", isMain: true, path: links.unknown, http },
    { name: "poster", path: `${links.short}/poster`, http },
    { name: "poster, longest", path: `${links.long}/poster?paper=a6`, http },
    { name: "poster, right to left", path: `${links.rightToLeft}/poster?look=plain`, http },
    { name: "poster, not confirmed", path: `${links.unknown}/poster`, http },
    { name: "code as a file", path: `${links.short}/qr?look=brand`, http },
    { name: "sheet of codes", path: `${path}/links/sheet`, http },
    { name: "sheet of codes, none", path: `${newcomer.path}/links/sheet`, http: newcomer.http },
    { name: "history, empty", path: `${newcomer.path}/links`, http: newcomer.http },
    { name: "history", isMain: true, path: `${path}/links`, http },
    { name: "history, all open", path: `${path}/links`, http, prepare: openDetails },
    { name: "history, nothing found", path: `${path}/links?q=nothing`, http },
    { name: "inbox, empty", path: `${newcomer.path}/inbox`, http: newcomer.http },
    { name: "inbox", isMain: true, path: `${path}/inbox`, http },
    {
      name: "inbox, a candidate",
      path: links.candidate,
      http,
    },
    { name: "inbox, a candidate of another amount", path: links.otherAmount, http },
    {
      name: "inbox, one unconfirmed",
      path: `${path}/inbox?unconfirmed=${links.unknown.split("/").at(-1)}`,
      http,
    },
    { name: "many links", path: `${path}/bulk`, http },
    { name: "many links, a table", path: await sentTable(owner), http },
    { name: "overview", path: `${path}/overview`, http },
    ...(await teamScreens(owner)),
    ...(await tillScreens(owner)),
    await proofScreen(owner),
    { name: "not found", path: "/m/no-such-merchant/links", http, status: 404 },
    { name: "link not found", path: `${path}/links/${crypto.randomUUID()}`, http, status: 404 },
    { name: "not for this role", path: `${path}/settings/api-keys`, http: cashier.http, status: 403 },
  ];
}

/** A table with a row of each kind. */
async function sentTable({ http, path }: Owner): Promise<string> {
  const pasted = `Student\tFor\tAmount\nAna\t${longWord}\t${hugeAmount}\nEva\tMarch\ttwelve\nEva\tMarch\t5.50\nEva\tMarch\t5.50`;
  return expectRedirect(await http.submit(`${path}/bulk`, 'name="pasted"', { pasted }), `${path}/bulk/`);
}

/** The settings and the team, and the pages that an invitation leads to. */
async function teamScreens({ http, path }: Owner): Promise<Screen[]> {
  const team = `${path}/settings/team`;
  const invited = async (email: string) => {
    const sent = await http.submit(team, 'type="email"', { email, role: "cashier" });
    return /\/invite\/[\w-]{43}/.exec(await sent.text())?.[0] ?? "";
  };
  const known = await signedUp();
  const toKnown = await invited(known.person.email);
  const toNew = await invited("somebody.with.a.very.long.name.indeed@a-long-domain-name.example.com");
  const unfold = (page: Page) =>
    page.locator("main details").evaluateAll((all) => {
      for (const one of all) one.setAttribute("open", "");
    });
  const invite = async (page: Page) => {
    await page.locator("[name=email][type=email]").fill(`${crypto.randomUUID().slice(0, 8)}@example.com`);
    await page.locator("main form:has([name=email][type=email]) button[type=submit]").click();
    await page.locator("main [role=status]:not(:empty)").first().waitFor();
  };
  return [
    { name: "settings", path: `${path}/settings`, http },
    { name: "business", path: `${path}/settings/general`, http, prepare: unfold },
    { name: "business, saved", path: `${path}/settings/general?saved=1`, http },
    { name: "business, with a logo", path: `${path}/settings/general`, http, prepare: uploadLogo },
    { name: "business, logo refused", path: `${path}/settings/general?too-long=1`, http },
    { name: "templates, all open", path: `${path}/settings/templates`, http, prepare: unfold },
    { name: "team", isMain: true, path: team, http },
    { name: "team, all open", path: team, http, prepare: unfold },
    { name: "team, invited", path: team, http, prepare: invite },
    { name: "invitation, new account", path: toNew },
    { name: "invitation, account", path: toKnown },
    { name: "invitation, signed in", path: toKnown, http: known.http },
    { name: "invitation, somebody else", path: toNew, http: known.http },
    { name: "invitation, gone", path: `/invite/${"A".repeat(43)}`, status: 404 },
    { name: "password forgotten", path: "/forgot-password" },
    { name: "new password, gone", path: `/reset-password/${"A".repeat(43)}`, status: 404 },
  ];
}

/** Uploads a wide logo, which every page shows from then on. */
async function uploadLogo(page: Page): Promise<void> {
  const flat = { width: 900, height: 200, channels: 3, background: "#c8102e" } as const;
  const buffer = await sharp({ create: flat }).png().toBuffer();
  await page.locator("#logo").setInputFiles({ name: "logo.png", mimeType: "image/png", buffer });
  await page.locator("form:has(#logo) button").click();
  await page.locator("header img").waitFor();
}

async function madeLinks(owner: Owner & { account: TestAccount }) {
  const short = await makeLink(owner, { amount: "12.50", description: "Two coffees and a cake" });
  const long = await makeLink(owner, { amount: hugeAmount, description: longWord });
  const longest = await makeLink(owner, { amount: "90071992547409.91", description: "The largest there is" });
  const rightToLeft = await makeLink(owner, {
    amount: "1.234,50",
    description: "قهوتان وكعكة لمريم، مع السكر",
  });
  await owner.account.setFault({ fault: "html_502", endpoint: "create" });
  const page = `${owner.path}/links/new`;
  const lost = { amount: hugeAmount, description: `Lost ${longWord.slice(5)}` };
  const unknown = expectRedirect(
    await owner.http.submit(page, 'name="intentId"', lost),
    `${owner.path}/links/`,
  );
  const inactive = await makeLink(owner, { amount: "3.00", description: "No longer to be paid" });
  await asSuperuser("UPDATE payment_links SET active = false, inactive_at = now() WHERE id = $1", [
    inactive.split("/").at(-1),
  ]);
  const candidate = await insertCandidate(owner, unknown);
  const noted = { amount_minor: 100, currency: "USD", description: longWord };
  const otherAmount = await insertCandidate(owner, unknown, noted);
  await owner.http.request(`${candidate}/open`);
  return { short, long, longest, rightToLeft, unknown, inactive, candidate, otherAmount };
}

/** An external link that was found after the unknown one. Answers the path of the page that compares the two. */
async function insertCandidate({ path, slug }: Owner, unknown: string, columns: Row = {}): Promise<string> {
  const found = await asSuperuser("SELECT merchant_id FROM merchants WHERE slug = $1", [slug]);
  const { merchant_id } = found.rows[0];
  const id = await withSuperuser((admin) =>
    insertPaymentLink(admin, { merchant_id, origin: "external", active: true, ...columns }),
  );
  return `${path}/inbox/${unknown.split("/").at(-1)}/${id}`;
}

async function sendNowhere(page: Page): Promise<void> {
  await page.locator("#number").fill("888");
  await page.locator("form:has(#number) button").first().click();
  await page.locator("[aria-invalid=true]").waitFor();
}

async function saveTemplates({ http, path }: Owner): Promise<void> {
  const page = `${path}/settings/templates`;
  for (const [name, amount] of [
    ["Coffee", "4.50"],
    [longWord.slice(0, 40), hugeAmount],
  ] as const) {
    const template = { templateId: "", name, amount, currency: "USD", description: longWord };
    await http.submit(page, 'name="templateId"', template);
  }
}

/** Shows the link card while there is no answer. */
async function pressUnanswered(page: Page): Promise<void> {
  await page.route("**/links/new", () => {}, { times: 1 });
  await page.locator("#amount").fill(hugeAmount);
  await page.locator("#description").fill("On its way");
  await page.locator("main button[type=submit]").last().click();
  await page.locator("main section [role=status]").waitFor();
}

async function typeAmbiguous(page: Page): Promise<void> {
  await page.locator("#amount").fill("345.670");
  await page.locator("#description").fill(longWord);
  await page.locator("main button[type=submit]").last().click();
  await page.getByRole("radio").first().waitFor();
}

/** Opens a screen as the person it is for. */
export async function visit({ page, context, expectStatus }: Visitor, screen: Screen): Promise<void> {
  await context.clearCookies();
  if (screen.http) await context.addCookies(screen.http.browserCookies());
  if (screen.status) expectStatus(screen.status);
  await show(page, screen);
}

/** Opens a screen and waits until everything is loaded, typefaces included. */
async function show(page: Page, { path, prepare }: Screen): Promise<void> {
  await page.goto(path);
  await page.evaluate(() => document.fonts.ready);
  await prepare?.(page);
}
