import pg from "pg";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { findMembership, listClosedMerchants, listMemberships } from "@/lib/domain/members/find-membership";
import { changeSettings } from "@/lib/domain/merchants/change-settings";
import { deleteMerchant, disableMerchant } from "@/lib/domain/merchants/close-merchant";
import { deletedMerchants } from "@/lib/domain/merchants/list-deleted";
import { reopenMerchant } from "@/lib/domain/merchants/reopen-merchant";
import { type MerchantSettings, settingsSchema } from "@/lib/domain/merchants/schema";
import { freshDatabase } from "@/tests/support/database";
import { newMerchant, type TestMerchant } from "@/tests/support/merchants";
import { newMember } from "@/tests/support/team";

const { adminUrl } = await freshDatabase();
const admin = new pg.Client({ connectionString: adminUrl });
await admin.connect();
afterAll(() => admin.end());

let merchant: TestMerchant;
let settings: MerchantSettings;

beforeEach(async () => {
  merchant = await newMerchant("Café Luna", "UTC");
  settings = {
    name: "Café Luna",
    slug: merchant.slug,
    color: "#0f766e",
    defaultCurrency: "USD",
    timeZone: "UTC",
    references: true,
    cashiersOwnLinks: false,
    shortAddresses: false,
    tellsMarked: false,
    linkExpiry: "none",
    customerLanguages: ["es", "en"],
  };
});

async function lastEvent() {
  const { rows } = await admin.query(
    "SELECT action, details FROM audit_events WHERE merchant_id = $1 ORDER BY id DESC LIMIT 1",
    [merchant.merchantId],
  );
  return rows[0];
}

function change(changes: Partial<MerchantSettings>, of = merchant) {
  return changeSettings({ ...of, settings: { ...settings, ...changes } });
}

describe("settings", () => {
  it("are changed, and only what changed is written down", async () => {
    expect(
      await change({ name: "Café Sol", customerLanguages: ["pt", "es"], cashiersOwnLinks: true }),
    ).toMatchObject({
      ok: true,
    });
    const found = await findMembership(merchant.actor.userId, merchant.slug);
    expect(found?.merchant).toMatchObject({
      name: "Café Sol",
      customerLanguages: ["pt", "es"],
      cashiersOwnLinks: true,
    });
    expect(await lastEvent()).toEqual({
      action: "merchant.settings_changed",
      details: { name: "Café Sol", customerLanguages: "pt,es", cashiersOwnLinks: "true" },
    });
  });

  it("saved from an older page leave what a newer one saved, and ask where both changed the same", async () => {
    const drawn = { ...settings };
    expect(await change({ color: "#102030", customerLanguages: ["pt"] })).toMatchObject({ ok: true });
    const older = (changes: Partial<MerchantSettings>) =>
      changeSettings({ ...merchant, settings: { ...settings, ...changes }, drawn });
    expect(await older({ name: "Café Sol" })).toEqual({ ok: true, value: { slug: merchant.slug } });
    expect(await lastEvent()).toMatchObject({ details: { name: "Café Sol" } });

    const now = { ...settings, name: "Café Sol", color: "#102030", customerLanguages: ["pt"] };
    const mine = { color: "#ffffff", customerLanguages: ["en", "es"], timeZone: "America/Lima" } as const;
    const both = { ...mine, customerLanguages: [...mine.customerLanguages] };
    expect(await older(both)).toEqual({
      ok: false,
      code: "changed_meanwhile",
      conflicts: ["color", "customerLanguages"],
      now,
      merged: { ...now, ...both },
    });
    const found = await findMembership(merchant.actor.userId, merchant.slug);
    expect(found?.merchant).toMatchObject(now);
    // After the question, it is submitted again.
    await changeSettings({
      ...merchant,
      settings: { ...now, ...both, customerLanguages: ["en"] },
      drawn: now,
    });
    expect((await findMembership(merchant.actor.userId, merchant.slug))?.merchant).toMatchObject({
      ...now,
      ...both,
      customerLanguages: ["en"],
    });
  });

  it("saved from many old pages at once never lose one another", async () => {
    const drawn = { ...settings };
    const names = ["Sol", "Mar", "Río", "Paz"];
    const saved = await Promise.all(
      names.map((name) => changeSettings({ ...merchant, settings: { ...settings, name }, drawn })),
    );
    expect(saved.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("that stay the same are no event", async () => {
    const before = await lastEvent();
    expect(await change({})).toMatchObject({ ok: true });
    expect(await lastEvent()).toEqual(before);
  });
});

describe("the address", () => {
  const fresh = () => `luna-${crypto.randomUUID().slice(0, 8)}`;

  it("goes on leading to the merchant from every one it ever had", async () => {
    const [second, third] = [fresh(), fresh()];
    await change({ slug: second });
    await change({ slug: third });
    for (const slug of [merchant.slug, second, third]) {
      expect((await findMembership(merchant.actor.userId, slug))?.merchant.slug).toBe(third);
    }
    expect(await change({ slug: merchant.slug })).toMatchObject({ ok: true });
    expect((await findMembership(merchant.actor.userId, third))?.merchant.slug).toBe(merchant.slug);
  });

  it("is never another's, be it used now, given up, or one that means something", async () => {
    const rival = await newMerchant("Rival");
    const taken = { ok: false, code: "slug_taken" };
    expect(await change({ slug: merchant.slug }, rival)).toEqual(taken);
    await change({ slug: fresh() });
    expect(await change({ slug: merchant.slug }, rival)).toEqual(taken);
    expect(await change({ slug: "admin" }, rival)).toEqual(taken);
    expect((await findMembership(rival.actor.userId, rival.slug))?.merchant.slug).toBe(rival.slug);
    // A new merchant with the same name gets another address.
    const namesake = await newMerchant("Café Luna");
    expect(namesake.slug).not.toBe(merchant.slug);
    // A former address reveals nothing to outsiders.
    expect(await findMembership(rival.actor.userId, merchant.slug)).toBeNull();
  });

  it("goes to one of two who want it at once", async () => {
    const rival = await newMerchant("Rival");
    const slug = fresh();
    const answers = await Promise.all([change({ slug }), change({ slug }, rival)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });
});

describe("turning off and deleting", () => {
  const owned = () => listClosedMerchants(merchant.actor.userId);

  it.each([
    ["off", disableMerchant, "merchant.closed", "merchant.reopened"],
    ["deleted", deleteMerchant, "merchant.deleted", "merchant.restored"],
  ] as const)(
    "%s: nobody works there, and an owner can have it back",
    async (how, close, closed, reopened) => {
      const inboxAgent = await newMember(merchant, "cashier");
      await close(merchant);
      expect((await lastEvent()).action).toBe(closed);
      for (const { id } of [inboxAgent, { id: merchant.actor.userId }]) {
        expect(await findMembership(id, merchant.slug)).toBeNull();
        expect(await listMemberships(id)).toEqual([]);
      }
      expect((await owned()).map(({ slug }) => slug)).toEqual([merchant.slug]);
      expect(await listClosedMerchants(inboxAgent.id)).toEqual([]);
      expect(await reopenMerchant({ ...merchant, wasDeleted: how === "deleted" })).toBe(true);
      expect((await lastEvent()).action).toBe(reopened);
      expect((await findMembership(inboxAgent.id, merchant.slug))?.role).toBe("cashier");
      expect(await owned()).toEqual([]);
    },
  );

  it("cannot be undone after 30 days, nor what the operator turned off", async () => {
    await deleteMerchant(merchant);
    await admin.query("UPDATE merchants SET deleted_at = now() - interval '30 days' WHERE merchant_id = $1", [
      merchant.merchantId,
    ]);
    expect(await owned()).toEqual([]);
    expect(await reopenMerchant({ ...merchant, wasDeleted: true })).toBe(false);
    const other = await newMerchant();
    await admin.query("UPDATE merchants SET disabled_at = now() WHERE merchant_id = $1", [other.merchantId]);
    expect(await listClosedMerchants(other.actor.userId)).toEqual([]);
    expect(await reopenMerchant({ ...other, wasDeleted: false })).toBe(false);
    expect(await findMembership(other.actor.userId, other.slug)).toBeNull();
  });

  it("shows the operator what was deleted, and until when it can be restored", async () => {
    await deleteMerchant(merchant);
    const found = (await deletedMerchants()).find(({ slug }) => slug === merchant.slug);
    expect(Number(found?.restorableUntil) - Number(found?.deletedAt)).toBe(30 * 24 * 3_600_000);
  });
});

describe("the form", () => {
  const typed = {
    name: "Café",
    slug: "cafe",
    color: "#0F766E",
    defaultCurrency: "USD",
    timeZone: "UTC",
    references: "on",
    cashiersOwnLinks: "",
    shortAddresses: "",
    tellsMarked: "",
    linkExpiry: "7d",
    language1: "pt",
    language2: "",
    language3: "es",
  };
  it("is read", () => {
    expect(settingsSchema.parse({ ...typed, slug: " Cafe-Luna " })).toMatchObject({
      slug: "cafe-luna",
      color: "#0f766e",
      references: true,
      cashiersOwnLinks: false,
      customerLanguages: ["pt", "es"],
    });
    expect(settingsSchema.parse({ ...typed, language3: "pt" }).customerLanguages).toEqual(["pt"]);
  });
  it.each([
    ["slug", "ab"],
    ["slug", "-cafe"],
    ["slug", "cafe-"],
    ["slug", "ca--fe"],
    ["slug", "café"],
    ["slug", "a/b/c"],
    ["slug", "a".repeat(41)],
    ["name", " "],
    ["color", "red"],
    ["color", "#0f766e;}"],
    ["defaultCurrency", "XXX"],
    ["timeZone", "Mars/Base"],
    ["timeZone", ""],
    ["language1", ""],
    ["language1", "fr"],
  ])("refuses a %s of %j", (field, value) => {
    const parsed = settingsSchema.safeParse({ ...typed, [field]: value });
    expect(parsed.error?.issues.map(({ path }) => path[0])).toEqual([field]);
  });
});
