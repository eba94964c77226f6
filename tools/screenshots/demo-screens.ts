import type { Page } from "playwright-core";
import type { DemoPeople } from "@/tools/screenshots/demo-people";

export type DemoScreen = {
  name: string;
  path: string;
  /** Nobody signed in when not given. */
  who?: keyof DemoPeople["visitors"];
  /** Actions before the picture is taken. */
  prepare?: (page: Page) => Promise<void>;
};

/** Every screen with the data of the demo business, in the order in which a new user sees them. */
export async function demoScreens(people: DemoPeople): Promise<DemoScreen[]> {
  const { cafe, bakery } = people;
  const invitation = await invite(people);
  return [
    { name: "sign-in", path: "/login" },
    { name: "sign-in, refused", path: "/login", prepare: pressLast },
    { name: "sign-up", path: "/signup" },
    { name: "sign-up, refused", path: "/signup", prepare: pressLast },
    { name: "password forgotten", path: "/forgot-password" },
    { name: "new password, gone", path: `/reset-password/${"A".repeat(43)}` },
    { name: "invitation", path: invitation },
    { name: "invitation, gone", path: `/invite/${"A".repeat(43)}` },
    { name: "naming a business", path: "/m/new", who: "nobodyYet" },
    { name: "businesses", path: "/m", who: "newcomer" },
    { name: "businesses, none", path: "/m", who: "nobodyYet" },
    { name: "account", path: "/account", who: "ana" },
    { name: "second factor", path: "/account/second-factor", who: "ana" },
    { name: "without a network", path: "/offline", who: "ana" },
    { name: "keys, none", path: `${bakery}/settings/api-keys`, who: "newcomer" },
    { name: "new link without a key", path: `${bakery}/links/new`, who: "newcomer" },
    { name: "history, empty", path: `${bakery}/links`, who: "newcomer" },
    { name: "inbox, empty", path: `${bakery}/inbox`, who: "newcomer" },
    ...creating(people),
    ...(await links(people)),
    { name: "history", path: `${cafe}/links`, who: "ana" },
    { name: "history of a cashier", path: `${cafe}/links`, who: "lucia" },
    { name: "history, searched", path: `${cafe}/links?q=torta`, who: "ana" },
    { name: "history, filtered", path: `${cafe}/links?currency=USD&state=open`, who: "ana" },
    { name: "history, nothing found", path: `${cafe}/links?q=unicornio`, who: "ana" },
    { name: "sheet of codes", path: `${cafe}/links/sheet`, who: "ana" },
    { name: "inbox", path: `${cafe}/inbox`, who: "ana" },
    { name: "overview", path: `${cafe}/overview`, who: "ana" },
    { name: "day's close", path: `${cafe}/close`, who: "ana" },
    { name: "many links from a table", path: `${cafe}/bulk`, who: "ana" },
    { name: "pasting what was paid", path: `${cafe}/links/paid`, who: "ana" },
    { name: "settings", path: `${cafe}/settings`, who: "ana" },
    { name: "settings, business", path: `${cafe}/settings/general`, who: "ana" },
    { name: "settings, keys", path: `${cafe}/settings/api-keys`, who: "ana" },
    { name: "settings, team", path: `${cafe}/settings/team`, who: "ana" },
    { name: "settings, templates", path: `${cafe}/settings/templates`, who: "ana" },
    { name: "settings, tills", path: `${cafe}/settings/tills`, who: "ana" },
    { name: "settings, customers", path: `${cafe}/settings/customers`, who: "ana" },
    { name: "settings, PIN", path: `${cafe}/settings/pin`, who: "ana" },
    { name: "settings, audit log", path: `${cafe}/settings/audit`, who: "ana" },
    { name: "not for this role", path: `${cafe}/settings/api-keys`, who: "lucia" },
    { name: "not found", path: "/m/no-such-merchant/links", who: "ana" },
  ];
}

function creating({ cafe }: DemoPeople): DemoScreen[] {
  const path = `${cafe}/links/new`;
  const type = async (page: Page, amount: string, description: string) => {
    await page.locator("#amount").fill(amount);
    await page.locator("#description").fill(description);
  };
  return [
    { name: "new link", path, who: "lucia" },
    {
      ...{ name: "new link, typed", path, who: "lucia" },
      prepare: (page) => type(page, "12500", "Torta de cumpleaños para Elena"),
    },
    { name: "new link, refused", path, who: "lucia", prepare: pressLast },
    {
      ...{ name: "new link, ambiguous", path, who: "lucia" },
      prepare: async (page) => {
        await type(page, "12.500", "Desayuno de trabajo, 8 personas");
        await page.locator("main button[type=submit]").last().click();
        await page.getByRole("radio").first().waitFor();
      },
    },
  ];
}

/** A link in each state, found in the database. */
async function links({ cafe, query }: DemoPeople): Promise<DemoScreen[]> {
  const kinds = {
    link: "state = 'ready' AND active AND origin = 'portal' AND currency = 'CRC' AND length(description) > 30",
    "link, inactive": "active = false",
    "link, not confirmed": "state = 'unknown'",
    "link, rejected": "state = 'rejected'",
    "link, given up": "state = 'abandoned'",
    "link, made elsewhere": "origin = 'external' AND amount_minor IS NULL",
  };
  const screens: DemoScreen[] = [];
  let payPage = "";
  for (const [name, where] of Object.entries(kinds)) {
    const [row] = await query(`SELECT id, url FROM payment_links WHERE ${where} ORDER BY id DESC LIMIT 1`);
    const path = `${cafe}/links/${row?.id}`;
    screens.push({ name, path, who: "ana" });
    if (name === "link") {
      screens.push({
        name: "link, ways to share",
        path: `${path}?ways=open`,
        who: "ana",
        prepare: waysToTop,
      });
      screens.push({ name: "link, full screen", path: `${path}/show`, who: "ana" });
      screens.push({ name: "poster", path: `${path}/poster`, who: "ana" });
      screens.push({ name: "code as a file", path: `${path}/qr`, who: "ana" });
    }
    payPage ||= row?.url ?? "";
  }
  screens.push({ name: "pay page of the sandbox", path: payPage });
  screens.push({ name: "link not found", path: `${cafe}/links/${crypto.randomUUID()}`, who: "ana" });
  return screens;
}

async function invite({ visitors, cafe }: DemoPeople): Promise<string> {
  const values = { email: "camila@cafe-luna.example", role: "cashier" };
  const sent = await visitors.ana.submit(`${cafe}/settings/team`, 'type="email"', values);
  return /\/invite\/[\w-]{43}/.exec(await sent.text())?.[0] ?? "";
}

async function pressLast(page: Page): Promise<void> {
  await page.locator("main button[type=submit]").last().click();
  await page.locator("[aria-invalid=true]").first().waitFor();
}

async function waysToTop(page: Page): Promise<void> {
  await page
    .locator("main details[open]")
    .first()
    .evaluate((ways) => ways.scrollIntoView({ block: "start" }));
}
