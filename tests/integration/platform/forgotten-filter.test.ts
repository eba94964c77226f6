import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { everyLink } from "@/lib/core/link-view";
import type { MerchantId } from "@/lib/core/merchant-id";
import { decryptKeyById } from "@/lib/domain/api-keys/decrypt-key";
import { disconnectKey } from "@/lib/domain/api-keys/disconnect-key";
import { listConnectedKeys } from "@/lib/domain/api-keys/list-keys";
import { auditPage, listPeople } from "@/lib/domain/audit/read-log";
import { pendingInvitations } from "@/lib/domain/invitations/list-invitations";
import { revokeInvitation } from "@/lib/domain/invitations/revoke-invitation";
import { changeRole, removeMember } from "@/lib/domain/members/change-team";
import { listMembers } from "@/lib/domain/members/list-members";
import { disableMerchant } from "@/lib/domain/merchants/close-merchant";
import { findPaymentLink, historyPage } from "@/lib/domain/payment-links/history/list-history";
import { dismissLink } from "@/lib/domain/payment-links/inbox/dismiss-link";
import { getInbox } from "@/lib/domain/payment-links/inbox/get-inbox";
import { newMerchantId } from "@/lib/web/require-member";
import { insertTenant } from "@/tests/fixtures/tenant";
import { freshDatabase } from "@/tests/support/database";
import { forgetMerchantFilters } from "@/tests/support/forgetful-queries";

// What if a store forgot the merchant in its `where`? Here all of them do, and Postgres must still separate merchants.

const { adminUrl } = await freshDatabase();
const admin = new pg.Client({ connectionString: adminUrl });
await admin.connect();

type Side = { merchantId: MerchantId; userId: string; linkId: string; keyId: string; invitationId: string };

let ours: Side;
let theirs: Side;
let forgotten = 0;

beforeAll(async () => {
  ours = await newSide();
  theirs = await newSide();
});
beforeEach(async () => {
  forgotten = 0;
  return await forgetMerchantFilters((filters) => {
    forgotten += filters;
  });
});
afterAll(() => admin.end());

const lists: Record<string, (side: Side) => Promise<unknown>> = {
  history: ({ merchantId }) => historyPage(everyLink(merchantId), {}, "UTC"),
  inbox: async ({ merchantId }) => {
    await admin.query(
      "UPDATE payment_links SET state = 'unknown', failure_code = 'timeout' WHERE state = 'sending'",
    );
    return getInbox(everyLink(merchantId));
  },
  keys: ({ merchantId }) => listConnectedKeys(merchantId),
  team: ({ merchantId }) => listMembers(merchantId),
  invitations: ({ merchantId }) => pendingInvitations(merchantId),
  log: async ({ merchantId }) => [await auditPage(merchantId, {}, "UTC"), await listPeople(merchantId)],
  "search by name": ({ merchantId }) => historyPage(everyLink(merchantId), { q: "e" }, "UTC"),
};

describe("with no merchant in any where", () => {
  it.each(Object.keys(lists))("our %s holds ours and nothing of theirs", async (name) => {
    const tracked = JSON.stringify(await lists[name]?.(ours));
    expect(forgotten).toBeGreaterThan(0);
    expect(namesIn(tracked, ours).length).toBeGreaterThan(0);
    expect(namesIn(tracked, theirs)).toEqual([]);
  });

  it("their link and their key cannot be had by their ids", async () => {
    expect(await findPaymentLink(everyLink(ours.merchantId), theirs.linkId)).toBeNull();
    expect(await decryptKeyById(ours.merchantId, theirs.keyId)).toEqual({ ok: false, code: "no_key" });
    expect((await findPaymentLink(everyLink(ours.merchantId), ours.linkId))?.id).toBe(ours.linkId);
    expect(await decryptKeyById(ours.merchantId, ours.keyId)).toEqual({ ok: false, code: "key_unreadable" });
    expect(forgotten).toBeGreaterThanOrEqual(4);
  });

  it("nothing that is done here changes a row of theirs", async () => {
    const before = await getDigest(theirs);
    const { merchantId } = ours;
    const request = { merchantId, actor: { userId: ours.userId, ip: null } };
    const view = everyLink(merchantId);
    for (const { linkId, userId, invitationId } of [theirs, ours]) {
      await dismissLink({ ...request, view, id: linkId });
      await revokeInvitation({ ...request, id: invitationId });
      await changeRole({ ...request, userId, role: "admin" });
      await removeMember({ ...request, userId });
    }
    await disconnectKey({ ...request, mode: "test" });
    const ownBefore = await getDigest(ours);
    await disableMerchant(request);
    expect(await getDigest(ours)).not.toBe(ownBefore);
    expect(forgotten).toBeGreaterThan(10);
    expect(await getDigest(theirs)).toBe(before);
  });

  it("shows everything to everyone once Postgres lets it: the filters are forgotten indeed", async () => {
    await admin.query("ALTER TABLE payment_links DISABLE ROW LEVEL SECURITY");
    try {
      const tracked = JSON.stringify(await lists.history?.(ours));
      expect(namesIn(tracked, theirs)).toContain(theirs.linkId);
    } finally {
      await admin.query("ALTER TABLE payment_links ENABLE ROW LEVEL SECURITY");
    }
  });
});

/** The ids of a merchant that appear in a text. */
function namesIn(text: string, side: Side): string[] {
  return Object.values(side).filter((id) => text.includes(id));
}

async function newSide(): Promise<Side> {
  const merchantId = newMerchantId();
  const { userId } = await insertTenant(admin, merchantId);
  const idIn = async (table: string): Promise<string> =>
    (await admin.query(`SELECT id FROM ${table} WHERE merchant_id = $1`, [merchantId])).rows[0].id;
  const [linkId, keyId] = [await idIn("payment_links"), await idIn("api_keys")];
  return { merchantId, userId, linkId, keyId, invitationId: await idIn("invitations") };
}

/** A hash of every row of a merchant, in all tenant tables. */
async function getDigest({ merchantId }: Side): Promise<string> {
  const { rows: tables } = await admin.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid
     WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND attname = 'merchant_id'`,
  );
  const all = tables.map(
    ({ name }) => `SELECT t::text AS row FROM ${name} t WHERE merchant_id::text = '${merchantId}'`,
  );
  const { rows } = await admin.query(
    `SELECT md5(string_agg(row, ',' ORDER BY row)) FROM (${all.join(" UNION ALL ")}) _`,
  );
  return rows[0].md5;
}
