import { encode } from "next-auth/jwt";
import pg from "pg";
import { figure } from "@/tests/bench/support/figure";
import { percentile } from "@/tests/bench/support/measure";
import { sizes } from "@/tests/bench/support/sizes";
import { insertMember } from "@/tests/fixtures/membership";
import { insertSession } from "@/tests/fixtures/session";
import { formHolding, HttpVisitor, type PageForm } from "@/tests/support/http-visitor";
import { startTestPortal, type TestPortal, teardown } from "@/tests/support/portal";

// Each of 1,000 cashiers has the link form open when the owner removes them. Their very next request, whatever it is,
// must be refused, and no link may be created.

const { members, clients } = sizes({ members: 100, clients: 4 }, { members: 1_000, clients: 4 });

/** The description of the merchant's only link, which its history shows. */
const secret = "Two coffees and a secret";

type OpenedMerchant = { owner: HttpVisitor; path: string; link: string; slug: string };
type Cashier = { id: string; http: HttpVisitor };
type OpenPage = Cashier & { form: PageForm };

/** The person's next request: opens a page, follows a link in the open page, or submits the open form. */
const next: Record<string, (openedMerchant: OpenedMerchant, open: OpenPage) => Promise<Response>> = {
  "opening the history": ({ path }, { http }) => http.request(`${path}/links`),
  "following a link in the open page": ({ path }, { http }) =>
    http.request(`${path}/links?_rsc`, { headers: { rsc: "1" } }),
  "fetching the QR code in an open page": ({ link }, { http }) => http.request(`${link}/qr.svg`),
  "sending the open form": ({ path }, { http, form }) => http.send(`${path}/links/new`, form, typed()),
  "sending the open form with scripts": ({ path }, { http, form }) =>
    callAction(http, `${path}/links/new`, form),
};

try {
  const portal = await startTestPortal();
  const admin = new pg.Client({ connectionString: portal.adminUrl });
  await admin.connect();
  await bench(portal, admin).finally(() => admin.end());
} finally {
  await teardown();
}
process.exit();

async function bench(portal: TestPortal, admin: pg.Client): Promise<void> {
  const openedMerchant = await openMerchant(portal.url);
  const [first, ...others] = await hire(portal, admin, openedMerchant, 1);
  if (!first || others.length > 0) throw new Error("nobody was hired");
  const removal = formHolding(
    await openedMerchant.owner.html(`${openedMerchant.path}/settings/team`),
    "Remove from team",
  );
  const cashiers = [first, ...(await hire(portal, admin, openedMerchant, members - 1))];
  const linksBefore = await countLinks(admin);

  const kinds = Object.keys(next);
  const refused = new Map(kinds.map((kind) => [kind, { refused: 0, of: 0 }]));
  const answerMs: number[] = [];
  let at = 0;
  const client = async () => {
    for (let n = at++; n < cashiers.length; n = at++) {
      const [cashier, kind = ""] = [cashiers[n], kinds[n % kinds.length]];
      if (!cashier) continue;
      const form = formHolding(
        await cashier.http.html(`${openedMerchant.path}/links/new`),
        'name="intentId"',
      );
      const removed = await openedMerchant.owner.send(`${openedMerchant.path}/settings/team`, removal, {
        userId: cashier.id,
      });
      if (removed.status !== 303) throw new Error(`not removed: ${removed.status} ${await removed.text()}`);
      const startedAt = performance.now();
      const answer = await next[kind]?.(openedMerchant, { ...cashier, form });
      answerMs.push(performance.now() - startedAt);
      const tally = refused.get(kind);
      if (tally) tally.of += 1;
      if (tally && answer && (await isRefused(answer))) tally.refused += 1;
    }
  };
  await Promise.all(Array.from({ length: clients }, client));

  for (const [kind, tally] of refused) console.log(`  ${kind}: ${tally.refused} of ${tally.of} refused`);
  const all = [...refused.values()].reduce((sum, tally) => sum + tally.refused, 0);
  const what = "removed members refused on their very next request";
  figure({ what, value: all, floor: members, isMet: all === members });
  const made = (await countLinks(admin)) - linksBefore;
  figure({ what: "links made by them", value: made, isMet: made === 0 });
  figure({
    what: "a refusal, p95",
    value: percentile(
      answerMs.sort((a, b) => a - b),
      0.95,
    ),
    unit: "ms",
  });
}

/** The answer is "not found", or the same in the router's own format, and shows nothing of the merchant. */
async function isRefused(answer: Response): Promise<boolean> {
  const body = await answer.text();
  const isSaid = answer.status === 404 || body.includes("NEXT_HTTP_ERROR_FALLBACK;404");
  return isSaid && !body.includes(secret);
}

async function openMerchant(url: string): Promise<OpenedMerchant> {
  const owner = new HttpVisitor(url);
  const person = { name: "Ana", email: "ana@example.com", password: "correct horse battery" };
  await owner.submit("/signup", 'name="password"', person);
  const made = await owner.submit("/m/new", 'name="timeZone"', { name: "Café Luna" });
  const path = (made.headers.get("location") ?? "").replace("/settings/api-keys", "");
  await owner.submit(`${path}/settings/api-keys`, "Use the sandbox", {});
  const created = await owner.submit(`${path}/links/new`, 'name="intentId"', {
    ...typed(),
    description: secret,
  });
  const link = created.headers.get("location") ?? "";
  if (!link.includes("/links/")) throw new Error(`no link was made: ${created.status}`);
  return { owner, path, link, slug: path.replace("/m/", "") };
}

/** Cashiers who are signed in. Their accounts, memberships and sessions are written into the database directly. */
async function hire(
  portal: TestPortal,
  admin: pg.Client,
  { owner, slug }: OpenedMerchant,
  count: number,
): Promise<Cashier[]> {
  const cookie = owner.browserCookies().find(({ name }) => name.endsWith("-session"))?.name ?? "";
  const { rows } = await admin.query("SELECT merchant_id FROM merchants WHERE slug = $1", [slug]);
  const cashiers: Cashier[] = [];
  while (cashiers.length < count) {
    const id = await insertMember(admin, { merchant_id: rows[0].merchant_id, role: "cashier" });
    const session = await insertSession(admin, { user_id: id });
    const http = new HttpVisitor(portal.url);
    const secret = portal.settings.NEXTAUTH_SECRET ?? "";
    http.holdCookie(cookie, await encode({ token: { sid: session }, secret }));
    cashiers.push({ id, http });
  }
  return cashiers;
}

/** Calls a form's action as Next's router does in an open page. */
function callAction(http: HttpVisitor, page: string, form: PageForm): Promise<Response> {
  const { id } = JSON.parse(form.fields.find(([name]) => /^\$ACTION_\d+:0$/.test(name))?.[1] ?? "{}");
  const body = new FormData();
  const values = { ...Object.fromEntries(form.fields.filter(([name]) => !name.startsWith("$"))), ...typed() };
  for (const [name, value] of Object.entries(values)) body.append(`_1_${name}`, value);
  body.append("0", '[{"values":{},"errors":{}},"$K1"]');
  return http.request(page, { method: "POST", body, headers: { "next-action": id, origin: http.origin } });
}

function typed(): Record<string, string> {
  return { amount: "12.50", description: `Order ${crypto.randomUUID()}` };
}

async function countLinks(admin: pg.Client): Promise<number> {
  return (await admin.query("SELECT count(*)::int FROM payment_links")).rows[0].count;
}
