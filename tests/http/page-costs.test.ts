import pg from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { mintMerchantId } from "@/lib/domain/members/mint-merchant-id";
import { formHolding, type HttpVisitor } from "@/tests/support/http-visitor";
import { linkRows } from "@/tests/support/link-rows";
import { type PageWeight, weighPage } from "@/tests/support/page-weight";
import { connectedOwner, nobody } from "@/tests/support/people";
import { startPortal } from "@/tests/support/start-portal";
import { type StatementCounter, startStatementCounter } from "@/tests/support/statement-counter";

// The most that the main pages may cost. Whoever makes one cheaper lowers its limit here.

/** Bytes in thousands. */
type Limits = PageWeight & { statements: number; transactions: number };

const limits: Record<string, Limits> = {
  "sign-in": {
    statements: 0,
    transactions: 0,
    html: 15.4,
    htmlGzip: 4.1,
    sent: 4.1,
    payload: 9.4,
    script: 188.1,
  },
  history: {
    statements: 8,
    transactions: 2,
    html: 46.9,
    htmlGzip: 8.9,
    sent: 8.8,
    payload: 22.8,
    script: 188.4,
  },
  "new link": {
    statements: 15,
    transactions: 3,
    html: 60.8,
    htmlGzip: 13.2,
    sent: 12,
    payload: 27.5,
    script: 196.2,
  },
  "day's close": {
    statements: 14,
    transactions: 4,
    html: 77,
    htmlGzip: 16.2,
    sent: 16.2,
    payload: 42,
    script: 201.2,
  },
  "a link": {
    statements: 13,
    transactions: 3,
    html: 92,
    htmlGzip: 18.6,
    sent: 16.2,
    payload: 45.6,
    script: 197.5,
  },
};

let counter: StatementCounter;
let stop: () => Promise<void>;
let pages: Record<string, { http: HttpVisitor; address: string }>;

beforeAll(async () => {
  const { settings, logFile, adminUrl } = inject("portal");
  counter = await startStatementCounter(settings.DATABASE_URL ?? "");
  const portal = await startPortal({ ...settings, DATABASE_URL: counter.url }, logFile);
  stop = portal.stop;
  const owner = await connectedOwner();
  const [linkId] = await addLinks(adminUrl, owner.slug);
  const http = owner.http.at(portal.url);
  pages = {
    "sign-in": { http: nobody().at(portal.url), address: "/login" },
    history: { http, address: `${owner.path}/links` },
    "new link": { http, address: `${owner.path}/links/new` },
    "day's close": { http, address: `${owner.path}/close` },
    "a link": { http, address: `${owner.path}/links/${linkId}` },
  };
});

afterAll(async () => {
  await stop();
  await counter.close();
});

test.each(Object.entries(limits))("the page %s asks and weighs no more than it may", async (name, limit) => {
  const { http, address } = pages[name] ?? { http: nobody(), address: "/" };
  // The first visit opens connections.
  const weight = await weighPage(http, address);
  const { count, transactions, texts } = await counter.during(() => http.html(address));
  const kilobytes = Object.entries(weight).map(([what, bytes]): [string, number] => [what, bytes / 1_000]);
  const cost = [["statements", count] as const, ["transactions", transactions] as const, ...kilobytes];
  const over = cost.filter(([what, found]) => found > Number(Reflect.get(limit, what)));
  expect(over, texts.join("\n")).toEqual([]);
});

test("creating a link asks no more than it may", async () => {
  const { http, address } = pages["new link"] ?? { http: nobody(), address: "/" };
  const form = formHolding(await http.html(address), 'name="intentId"');
  let status = 0;
  const { count, transactions, texts } = await counter.during(async () => {
    const link = { amount: "7.00", description: "Almuerzo" };
    status = (await http.send(address, form, link)).status;
  });
  expect(status).toBe(303);
  // Who asks, with what was there before; attempts with the row, which is committed before anything is sent; the outcome.
  expect({ count, transactions }, texts.join("\n")).toEqual({ count: 11, transactions: 3 });
});

/** More links than a page of the history shows. */
async function addLinks(adminUrl: string, slug: string): Promise<string[]> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  const { rows } = await admin.query(
    `SELECT m.merchant_id, user_id FROM merchants m JOIN memberships USING (merchant_id) WHERE slug = $1`,
    [slug],
  );
  const merchant = {
    merchantId: mintMerchantId(rows[0].merchant_id),
    actor: { userId: rows[0].user_id, ip: null },
    slug,
  };
  const links = Array.from({ length: 40 }, (_, at) => ({
    description: `Almuerzo del día para ${at} personas`,
    upstreamId: crypto.randomUUID(),
    // Whatever other tests have made before: links of another day would be under another heading.
    createdAt: new Date(Date.parse("2026-11-20T12:00:00Z") + at * 1_000).toISOString(),
  }));
  const ids = await linkRows(admin)(merchant, ...links);
  await admin.end();
  return ids.reverse();
}
