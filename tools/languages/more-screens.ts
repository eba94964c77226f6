import type { Page } from "playwright-core";
import { setUpApp } from "@/tests/support/authenticator-app";
import { connectedOwner, makeLink, type Owner, signedUp } from "@/tests/support/people";
import { asSuperuser } from "@/tests/support/roles";
import type { Screen } from "@/tests/support/screens";

const ids = "(SELECT user_id FROM memberships WHERE merchant_id = payment_links.merchant_id LIMIT 1)";
const noted =
  "note = 'Paid in two parts', tags = '{mesa 4,evento}', customer_name = 'María Rojas', customer_phone = '+50688887777'";

/** States of links that only a note, an hour or a decision makes. */
const states: Record<string, string> = {
  paid: `marked_paid_at = now(), marked_paid_by_id = ${ids}, paid_note = 'By bank', paid_reference = 'SINPE 1234'`,
  cancelled: `cancelled_at = now(), cancelled_by_id = ${ids}, cancel_reason = 'wrong_details'`,
  expired: "expires_at = now() - interval '1 hour'",
  "expires soon": "expires_at = now() + interval '20 hours'",
  opened: "first_opened_at = now() - interval '2 hours', last_opened_at = now(), opened_count = 3",
  noted,
};

/** Screens beyond those that every test run opens, with everything unfolded that can be. */
export async function moreScreens(): Promise<Screen[]> {
  const owner = await connectedOwner("Café Luna");
  const { http, path } = owner;
  const links = await linksInStates(owner);
  const [first] = links;
  if (!first) throw new Error("there are no links");
  const at = first.path.split("/").at(-1);
  const open = (name: string, address: string): Screen => ({ name, path: address, http, prepare: unfold });
  return [
    ...links.map((link) => open(`link, ${link.name}`, link.path)),
    // The others' addresses lead on.
    ...links
      .filter(({ name }) => name === "cancelled" || name === "expired")
      .map(({ name, code }) => ({ name: `customer's page, ${name}`, path: `/p/${code}`, status: 410 })),
    { name: "customer's page, none", path: "/p/aaaaaaaaaaaa", status: 404 },
    open("link to point a code to", `${first.path}/point`),
    open("close", `${path}/close`),
    open("what is open", `${path}/close/open`),
    open("paid, from a list", `${path}/links/paid`),
    open("selected links", `${path}/links/selected?link=${at}`),
    open("pick codes", `${path}/links/sheet/pick`),
    open("history with many states", `${path}/links`),
    open("customers", `${path}/settings/customers`),
    open("PIN", `${path}/settings/pin`),
    open("keys", `${path}/settings/api-keys`),
    open("audit log", `${path}/settings/audit`),
    open("account, all open", "/account"),
    open("password", "/account/password"),
    open("second factor", "/account/second-factor"),
    await operatorScreen(),
    { name: "without a network", path: "/offline", http },
  ];
}

async function operatorScreen(): Promise<Screen> {
  const { http, person } = await signedUp();
  await setUpApp(http);
  await asSuperuser("UPDATE users SET operator_since = now() WHERE email = $1", [person.email]);
  return { name: "operator", path: "/admin", http, prepare: unfold };
}

async function linksInStates(owner: Owner): Promise<{ name: string; path: string; code: string }[]> {
  const made: { name: string; path: string; code: string }[] = [];
  for (const [place, [name, set]] of Object.entries(states).entries()) {
    const path = await makeLink(owner, { amount: `45${place}.00`, description: "Two coffees and a cake" });
    const id = path.split("/").at(-1);
    const changed = await asSuperuser(`UPDATE payment_links SET ${set} WHERE id = $1 RETURNING code`, [id]);
    made.push({ name, path, code: changed.rows[0].code });
  }
  return made;
}

function unfold(page: Page): Promise<void> {
  return page.locator("main details").evaluateAll((all) => {
    for (const one of all) one.setAttribute("open", "");
  });
}
