import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readLinkPage } from "@/lib/domain/payment-links/history/read-link-page";
import type { ShareChannel } from "@/lib/domain/payment-links/schema";
import { recordShare } from "@/lib/domain/payment-links/share-link";
import { uuidv7 } from "@/lib/platform/uuidv7";
import { newMerchantId } from "@/lib/web/require-member";
import { insertAuditEvents } from "@/tests/fixtures/audit-event";
import { insertPaymentLink } from "@/tests/fixtures/payment-link";
import { insertTenant } from "@/tests/fixtures/tenant";
import { freshDatabase } from "@/tests/support/database";

const { adminUrl } = await freshDatabase();
const admin = new pg.Client({ connectionString: adminUrl });
await admin.connect();
afterAll(() => admin.end());

const merchantId = newMerchantId();
const otherId = newMerchantId();
const all = { merchantId, onlyBy: null };
let userId: string;

beforeAll(async () => {
  ({ userId } = await insertTenant(admin, merchantId));
  await insertTenant(admin, otherId);
});

const share = (id: string, channel: ShareChannel = "whatsapp", view: typeof all | OwnView = all) =>
  recordShare({ view, actor: { userId, ip: "192.0.2.7" }, id, channel, isShort: false });

type OwnView = { merchantId: typeof merchantId; onlyBy: string };

describe("a share", () => {
  it("is on the link's timeline with who and how, and holds nothing of the customer", async () => {
    const id = await insertLink({});
    expect(await share(id, "whatsapp")).toBe(true);
    expect(await share(id, "shown")).toBe(true);
    expect(await timelineEnd(id, 2)).toEqual([
      { what: "link.shared", name: "Ana Rojas", channel: "whatsapp" },
      { what: "link.shared", name: "Ana Rojas", channel: "shown" },
    ]);
    const { rows } = await admin.query("SELECT details FROM audit_events WHERE target_id = $1", [id]);
    const address = "upstream";
    expect(rows).toEqual([
      { details: { channel: "whatsapp", address } },
      { details: { channel: "shown", address } },
    ]);
  });

  it.each([
    { state: "unknown", failure_code: "timeout" },
    { state: "sending", url: null, lease_until: new Date() },
    { state: "rejected", failure_code: "invalid_request", url: null },
    { state: "abandoned", failure_code: "timeout" },
    { active: false },
  ])("is none of a link that cannot be paid: %j", async (values) => {
    const id = await insertLink(values);
    expect(await share(id)).toBe(false);
    expect(await eventCount(id)).toBe(0);
  });

  it("is none of a link that the person does not see", async () => {
    const id = await insertLink({});
    expect(await share(id, "sms", { merchantId, onlyBy: randomUUID() })).toBe(false);
    expect(await share(id, "sms", { merchantId: otherId, onlyBy: null })).toBe(false);
    expect(await share(randomUUID())).toBe(false);
    expect(await eventCount(id)).toBe(0);
    expect(await share(id, "sms", { merchantId, onlyBy: userId })).toBe(true);
  });

  it("that came last is on the timeline, however many there were", async () => {
    const id = await insertLink({});
    const bySms = {
      ...{ merchant_id: merchantId, at: new Date(0), actor_id: userId, action: "link.shared", target_id: id },
      ...{ details: { channel: "sms" }, ip: null, mac: null },
    };
    const ids = Array.from({ length: 300 }, (_, n) => uuidv7(n));
    await insertAuditEvents(
      admin,
      ids.map((id) => ({ ...bySms, id })),
    );
    await share(id, "email");
    expect(await timelineEnd(id, 1)).toMatchObject([{ channel: "email" }]);
  });
});

async function timelineEnd(id: string, count: number) {
  const entries = (await readLinkPage(all, id))?.timeline ?? [];
  return entries.slice(-count).map(({ what, name, channel }) => ({ what, name, channel }));
}

async function eventCount(id: string): Promise<number> {
  return (await admin.query("SELECT 1 FROM audit_events WHERE target_id = $1", [id])).rows.length;
}

/** A link in any state. */
async function insertLink(columns: Record<string, unknown>): Promise<string> {
  return insertPaymentLink(admin, { merchant_id: merchantId, created_by_id: userId, ...columns });
}
