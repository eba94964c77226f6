import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { everyLink } from "@/lib/core/link-view";
import { getOverview } from "@/lib/domain/payment-links/overview/get-overview";
import { insertPaymentLink } from "@/tests/fixtures/payment-link";
import { freshDatabase } from "@/tests/support/database";
import { type LinkRow, linkRows } from "@/tests/support/link-rows";
import { newMerchant } from "@/tests/support/merchants";

const { adminUrl } = await freshDatabase();
const admin = new pg.Client({ connectionString: adminUrl });
const add = linkRows(admin);

beforeAll(async () => {
  await admin.connect();
});
afterAll(() => admin.end());

/** Noon in Costa Rica, six hours behind UTC. */
const now = new Date("2026-11-22T18:00:00Z");
const options = { mode: "test", period: 7, timeZone: "America/Costa_Rica", now } as const;

function row(createdAt: string, more: Partial<LinkRow> = {}): LinkRow {
  return { description: "Coffee", createdAt, ...more };
}

test("links are counted on the merchant's own days, by currency and by person, and no others", async () => {
  const merchant = await newMerchant();
  await add(
    merchant,
    // The last minute of the 15th, one day too early, and the first of the 16th.
    row("2026-11-16T05:59:00Z"),
    row("2026-11-16T06:00:00Z"),
    row("2026-11-22T05:59:00Z", { amountMinor: 250 }),
    row("2026-11-22T06:00:00Z", { currency: "CRC", amountMinor: 590_000 }),
    row("2026-11-22T12:00:00Z", { mode: "live" }),
    row("2026-11-22T12:00:00Z", { state: "unknown" }),
    row("2026-11-22T12:00:00Z", { state: "rejected" }),
  );
  await insertPaymentLink(admin, {
    ...{ merchant_id: merchant.merchantId, origin: "external", created_by_id: null, amount_minor: null },
    ...{ currency: null, description: null, created_at: new Date("2026-11-20T12:00:00Z") },
  });
  await add(await newMerchant("Sol"), row("2026-11-22T12:00:00Z"));
  const marked =
    "UPDATE payment_links SET marked_paid_at = now(), marked_paid_by_id = $2 WHERE merchant_id = $1 AND currency = 'CRC'";
  await admin.query(marked, [merchant.merchantId, merchant.actor.userId]);
  const overview = await getOverview(everyLink(merchant.merchantId), options);
  expect(overview).toMatchObject({ links: 4, markedPaid: 1 });
  expect(overview.days.flatMap(({ day, markedPaid }) => (markedPaid > 0 ? [day] : []))).toEqual([
    "2026-11-22",
  ]);
  expect(overview.days.map(({ day, links }) => `${day.slice(8)}: ${links}`)).toEqual([
    "16: 1",
    ...["17: 0", "18: 0", "19: 0", "20: 1", "21: 1", "22: 1"],
  ]);
  expect(overview.currencies).toEqual([
    { currency: "USD", links: 2, markedPaid: 0, amountMinor: 350 },
    { currency: "CRC", links: 1, markedPaid: 1, amountMinor: 590_000 },
  ]);
  expect(overview.withoutAmount).toEqual({ links: 1, markedPaid: 0 });
  expect(overview.people).toEqual([
    { name: "Ana Rojas", links: 3, markedPaid: 1 },
    { name: null, links: 1, markedPaid: 0 },
  ]);
});

test("a person who sees only their own links has only those counted", async () => {
  const merchant = await newMerchant();
  await add(merchant, row("2026-11-22T12:00:00Z"));
  const { merchantId, actor } = merchant;
  expect(await getOverview({ merchantId, onlyBy: crypto.randomUUID() }, options)).toMatchObject({ links: 0 });
  expect(await getOverview({ merchantId, onlyBy: actor.userId }, options)).toMatchObject({ links: 1 });
});
