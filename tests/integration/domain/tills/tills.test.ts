import pg from "pg";
import { afterAll, beforeEach, expect, it } from "vitest";
import { findLiveSession } from "@/lib/domain/accounts/live-session-store";
import { insertSession } from "@/lib/domain/accounts/store";
import { admitMember } from "@/lib/domain/members/admit-member";
import { changeRole, removeMember } from "@/lib/domain/members/change-team";
import { changeTillIdleMinutes } from "@/lib/domain/merchants/change-till-idle";
import { disableMerchant } from "@/lib/domain/merchants/close-merchant";
import { checkPin } from "@/lib/domain/tills/check-pin";
import { isValidOnTill } from "@/lib/domain/tills/check-session";
import { choosePin, hasPin } from "@/lib/domain/tills/choose-pin";
import { enrollDevice } from "@/lib/domain/tills/enroll-device";
import { findTill, listTills } from "@/lib/domain/tills/find-till";
import { removeTill } from "@/lib/domain/tills/remove-device";
import { listPinHolders, removePin, unblockOwnPin, unblockPin } from "@/lib/domain/tills/reset-pin";
import type { Till } from "@/lib/domain/tills/schema";
import { withMerchant } from "@/lib/platform/db";
import { BusyError } from "@/lib/platform/fair-queue";
import { whileCrowded } from "@/tests/support/crowded-passwords";
import { freshDatabase } from "@/tests/support/database";
import { newMerchant, type TestMerchant } from "@/tests/support/merchants";
import { newMember } from "@/tests/support/team";

const { adminUrl } = await freshDatabase();
const admin = new pg.Client({ connectionString: adminUrl });
await admin.connect();
afterAll(() => admin.end());

const pin = "4071";
let merchant: TestMerchant;
let till: Till;
let token: string;
let cashier: string;

beforeEach(async () => {
  merchant = await newMerchant();
  ({ till, token } = await enroll(merchant));
  cashier = (await newMember(merchant, "cashier")).id;
  await choosePin({ merchantId: merchant.merchantId, actor: { userId: cashier, ip: null }, pin });
});

it("is found by its secret only, and no longer once it is removed", async () => {
  expect(till).toMatchObject({ merchantId: merchant.merchantId, name: "Counter", idleMinutes: 5 });
  expect(await findTill("not a secret")).toBeNull();
  expect(await findTill(token.replace(/^./, (first) => (first === "A" ? "B" : "A")))).toBeNull();
  await removeTill({ ...merchant, deviceId: till.deviceId });
  expect(await findTill(token)).toBeNull();
  expect(await listTills(merchant.merchantId)).toEqual([]);
  expect(await actions("till.%")).toEqual(["till.enrolled", "till.removed"]);
});

it("lists who has a PIN, and takes no PIN but theirs", async () => {
  expect(await listPinHolders(merchant.merchantId)).toEqual([
    { userId: cashier, name: expect.any(String), hint: null, blockedOn: [] },
  ]);
  expect(await attempt({ pin: "4072" })).toEqual({ ok: false, code: "wrong_pin" });
  expect(await attempt({})).toEqual({ ok: true, value: { pinId: expect.any(String) } });
  const [signedIn] = (
    await admin.query(
      "SELECT actor_id, details FROM audit_events WHERE merchant_id = $1 AND action = 'pin.signed_in'",
      [merchant.merchantId],
    )
  ).rows;
  expect(signedIn).toEqual({ actor_id: cashier, details: { till: "Counter" } });
});

it("answers the same for somebody without a PIN, of another merchant, and whom nobody knows", async () => {
  const elsewhere = await newMerchant("Elsewhere");
  await choosePin({ ...elsewhere, pin });
  for (const userId of [merchant.actor.userId, elsewhere.actor.userId, crypto.randomUUID()]) {
    for (let tries = 0; tries < 7; tries += 1) {
      expect(await attempt({ userId })).toEqual({ ok: false, code: "wrong_pin" });
    }
  }
});

it("blocks a PIN on this till after five wrong ones, many at once included, and on no other till", async () => {
  const guesses = Array.from({ length: 12 }, (_, at) => attempt({ pin: String(5071 + at) }));
  const codes = (await Promise.all(guesses)).map((answer) => (answer.ok ? "in" : answer.code));
  expect(codes.filter((code) => code === "wrong_pin")).toHaveLength(4);
  expect(codes.filter((code) => code === "pin_blocked")).toHaveLength(8);
  expect(await attempt({})).toEqual({ ok: false, code: "pin_blocked" });
  expect(await actions("pin.blocked")).toEqual(["pin.blocked"]);
  const { till: other } = await enroll(merchant);
  expect((await attempt({ till: other })).ok).toBe(true);
  expect((await listPinHolders(merchant.merchantId))[0]?.blockedOn).toEqual(["Counter"]);
});

it.each<[string, () => Promise<void>]>([
  ["an owner unblocks it", () => unblockPin({ ...merchant, userId: cashier })],
  [
    "its person signs in there with all that it takes",
    () => unblockOwnPin(till, { userId: cashier, ip: null }),
  ],
  [
    "its person chooses it anew",
    () => choosePin({ merchantId: merchant.merchantId, actor: { userId: cashier, ip: null }, pin }),
  ],
])("takes a blocked PIN again once %s", async (_, unblock) => {
  for (let tries = 0; tries < 5; tries += 1) await attempt({ pin: "9999" });
  expect(await attempt({})).toEqual({ ok: false, code: "pin_blocked" });
  await unblock();
  expect((await attempt({})).ok).toBe(true);
});

it("counts no PIN that there was no room to compare", async () => {
  for (let turn = 0; turn < 6; turn += 1) {
    await whileCrowded(till.deviceId, () => expect(attempt({})).rejects.toThrow(BusyError));
  }
  expect(await attempt({})).toEqual({ ok: true, value: { pinId: expect.any(String) } });
});

it("forgets wrong PINs after a right one", async () => {
  for (let round = 0; round < 3; round += 1) {
    for (let tries = 0; tries < 4; tries += 1) await attempt({ pin: "9999" });
    expect((await attempt({})).ok).toBe(true);
  }
});

it.each<[string, () => Promise<unknown>]>([
  ["the till is removed", () => removeTill({ ...merchant, deviceId: till.deviceId })],
  ["the business is closed", () => disableMerchant(merchant)],
  [
    "the PIN is changed",
    () => choosePin({ merchantId: merchant.merchantId, actor: { userId: cashier, ip: null }, pin }),
  ],
  ["the PIN is removed", () => removePin({ ...merchant, userId: cashier })],
  ["the member becomes a viewer", () => changeRole({ ...merchant, userId: cashier, role: "viewer" })],
  ["the member is removed", () => removeMember({ ...merchant, userId: cashier })],
  [
    "the account is disabled",
    () => admin.query("UPDATE users SET disabled_at = now() WHERE id = $1", [cashier]),
  ],
  [
    "it was left alone for as long as the owner allows",
    async () => {
      await changeTillIdleMinutes({ ...merchant, minutes: 2 });
      await admin.query("UPDATE sessions SET last_seen_at = now() - interval '121 s' WHERE user_id = $1", [
        cashier,
      ]);
    },
  ],
])("ends a session that a PIN began as soon as %s", async (_, end) => {
  const id = await beginSession();
  expect(await isLive(id)).toBe(true);
  await end();
  expect(await isLive(id)).toBe(false);
});

it("has no session of another till, and none on a device that is no till", async () => {
  const id = await beginSession();
  const session = await findLiveSession(id);
  if (!session) throw new Error("there is no session");
  expect(await isValidOnTill(session, null)).toBe(false);
  expect(await isValidOnTill(session, (await enroll(merchant)).till)).toBe(false);
  expect(await isValidOnTill(session, (await enroll(await newMerchant("Elsewhere"))).till)).toBe(false);
});

it("has no PIN for a member who left and came back", async () => {
  const id = await beginSession();
  await removeMember({ ...merchant, userId: cashier });
  await withMerchant(merchant.merchantId, (tx) => admitMember(tx, { userId: cashier, ip: null }, "cashier"));
  expect(await hasPin(merchant.merchantId, cashier)).toBe(false);
  expect(await isLive(id)).toBe(false);
  expect(await attempt({})).toEqual({ ok: false, code: "wrong_pin" });
});

async function enroll(owner: TestMerchant): Promise<{ till: Till; token: string }> {
  const enrolled = await enrollDevice({ ...owner, name: "Counter" });
  const found = await findTill(enrolled.token);
  if (!found) throw new Error("the till is not found by its secret");
  return { till: found, ...enrolled };
}

function attempt(given: { till?: Till; userId?: string; pin?: string }) {
  return checkPin(given.till ?? till, { userId: cashier, pin, ip: null, ...given });
}

async function beginSession(): Promise<string> {
  const checked = await attempt({});
  if (!checked.ok) throw new Error(checked.code);
  const id = crypto.randomUUID();
  const expiresAt = new Date(Date.now() + 60_000);
  const at = { tillMerchantId: till.merchantId, tillDeviceId: till.deviceId, ...checked.value };
  await insertSession({ id, userId: cashier, expiresAt, ip: null, userAgent: null, ...at });
  return id;
}

/** As a request on the till would find it. */
async function isLive(id: string): Promise<boolean> {
  const session = await findLiveSession(id);
  return session !== null && (await isValidOnTill(session, await findTill(token)));
}

async function actions(like: string): Promise<string[]> {
  const { rows } = await admin.query(
    "SELECT action FROM audit_events WHERE merchant_id = $1 AND action LIKE $2 ORDER BY id",
    [merchant.merchantId, like],
  );
  return rows.map(({ action }) => action);
}
