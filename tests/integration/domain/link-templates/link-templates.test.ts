import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { connectApiKey } from "@/lib/domain/api-keys/connect-api-key";
import { changeTemplate } from "@/lib/domain/link-templates/change-template";
import { saveLinkTemplate } from "@/lib/domain/link-templates/create-template";
import { templateAsSeen } from "@/lib/domain/link-templates/find-template";
import { listMerchantTemplates } from "@/lib/domain/link-templates/list-templates";
import { removeTemplate } from "@/lib/domain/link-templates/remove-template";
import { mostTemplates, type TemplateContent, toParts } from "@/lib/domain/link-templates/schema";
import { createPaymentLink } from "@/lib/domain/payment-links/create/create-payment-link";
import { getSuggestions } from "@/lib/domain/payment-links/create/get-suggestions";
import type { NewLink } from "@/lib/domain/payment-links/schema";
import { freshDatabase } from "@/tests/support/database";
import { newMerchant, type TestMerchant } from "@/tests/support/merchants";
import { startTestSandbox, type TestAccount, type TestSandbox } from "@/tests/support/sandbox";
import { newMember } from "@/tests/support/team";

const { adminUrl } = await freshDatabase();
const coffee: TemplateContent = {
  name: "Coffee",
  amountMinor: 250_000,
  currency: "CRC",
  description: "A coffee",
  expiry: null,
};

let admin: pg.Client;
let upstream: TestSandbox;
let merchant: TestMerchant;
let account: TestAccount;

beforeAll(async () => {
  admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  upstream = await startTestSandbox();
  process.env.PAYMENT_LINKS_API_URL = upstream.url;
});
afterAll(async () => {
  await admin.end();
  await upstream.close();
});
beforeEach(async () => {
  merchant = await newMerchant();
  account = await upstream.openAccount();
  await connectApiKey({ ...merchant, text: account.key });
});

describe("a template", () => {
  it("is kept, changed and removed, each written down", async () => {
    await saveLinkTemplate({ ...merchant, content: coffee });
    const [kept] = await listMerchantTemplates(merchant.merchantId);
    expect(kept).toEqual({ ...coffee, id: expect.any(String), version: 1 });
    const id = kept?.id ?? "";
    await changeTemplate({ ...merchant, id, content: { ...coffee, amountMinor: 270_000 } });
    expect(await listMerchantTemplates(merchant.merchantId)).toEqual([
      { ...coffee, id, amountMinor: 270_000, version: 2 },
    ]);
    await removeTemplate({ ...merchant, id });
    await removeTemplate({ ...merchant, id });
    expect(await listMerchantTemplates(merchant.merchantId)).toEqual([]);
    expect(await changeTemplate({ ...merchant, id, content: coffee })).toEqual({
      ok: false,
      code: "template_gone",
    });
    const { rows } = await admin.query(
      "SELECT action, details FROM audit_events WHERE merchant_id = $1 AND action LIKE 'template.%' ORDER BY id",
      [merchant.merchantId],
    );
    const facts = { name: "Coffee", currency: "CRC" };
    expect(rows).toEqual([
      { action: "template.created", details: { ...facts, amountMinor: 250_000 } },
      { action: "template.changed", details: { ...facts, amountMinor: 270_000 } },
      { action: "template.removed", details: { name: "Coffee" } },
    ]);
  });

  it("saved from an older page keeps what a newer one saved, and asks where both changed the same", async () => {
    await saveLinkTemplate({ ...merchant, content: coffee });
    const [{ id = "" } = {}] = await listMerchantTemplates(merchant.merchantId);
    const drawn = { ...toParts(coffee) };
    const older = (changes: Partial<TemplateContent>) =>
      changeTemplate({ ...merchant, id, content: { ...coffee, ...changes }, drawn });
    await changeTemplate({ ...merchant, id, content: { ...coffee, amountMinor: 270_000 } });
    expect(await older({ name: "Café" })).toEqual({ ok: true, value: undefined });
    const now = { ...coffee, name: "Café", amountMinor: 270_000 };
    expect(await listMerchantTemplates(merchant.merchantId)).toEqual([{ ...now, id, version: 3 }]);
    // An amount and its currency are one price: two changes must not combine to a third price.
    expect(await older({ currency: "USD", description: "One" })).toEqual({
      ok: false,
      code: "changed_meanwhile",
      conflicts: ["price"],
      now: toParts(now),
      merged: toParts({ ...now, amountMinor: 250_000, currency: "USD", description: "One" }),
    });
    expect(await older({})).toEqual({ ok: true, value: undefined });
    expect(await listMerchantTemplates(merchant.merchantId)).toEqual([{ ...now, id, version: 3 }]);
  });

  it("is another merchant's alone", async () => {
    await saveLinkTemplate({ ...merchant, content: coffee });
    const [{ id = "" } = {}] = await listMerchantTemplates(merchant.merchantId);
    const other = await newMerchant("Other");
    expect(await listMerchantTemplates(other.merchantId)).toEqual([]);
    expect(await templateAsSeen(other.merchantId, id, "1")).toEqual({ ok: false, code: "template_gone" });
    await changeTemplate({ ...other, id, content: { ...coffee, amountMinor: 1 } });
    await removeTemplate({ ...other, id });
    expect(await templateAsSeen(merchant.merchantId, id, "1")).toMatchObject({ ok: true, value: coffee });
  });

  it("is made only as its button showed it", async () => {
    await saveLinkTemplate({ ...merchant, content: coffee });
    const [{ id = "" } = {}] = await listMerchantTemplates(merchant.merchantId);
    await changeTemplate({ ...merchant, id, content: { ...coffee, amountMinor: 270_000 } });
    for (const version of ["1", "", "2.0", "x"]) {
      const seen = await templateAsSeen(merchant.merchantId, id, version);
      expect(seen).toEqual({ ok: false, code: "template_changed" });
    }
    expect(await templateAsSeen(merchant.merchantId, id, "2")).toMatchObject({ ok: true });
  });

  it("is not the thirty-first", async () => {
    for (let made = 0; made < mostTemplates; made += 1)
      await saveLinkTemplate({ ...merchant, content: coffee });
    expect(await saveLinkTemplate({ ...merchant, content: coffee })).toEqual({
      ok: false,
      code: "too_many_templates",
    });
  });
});

describe("a tap", () => {
  const link: NewLink = { amountMinor: 250_000, currency: "CRC", description: "A coffee" };
  const tap = (intentId = crypto.randomUUID()) =>
    createPaymentLink({ ...merchant, mode: "test", intentId, link, isRepeatable: true });

  it("makes the same link for the next customer, and one link however often it is sent", async () => {
    const [first, second] = [await tap(), await tap()];
    expect(first.ok && second.ok && first.value.linkId !== second.value.linkId).toBe(true);
    const intentId = crypto.randomUUID();
    const answers = await Promise.all(Array.from({ length: 10 }, () => tap(intentId)));
    expect(new Set(answers.map((answer) => answer.ok && answer.value.linkId)).size).toBe(1);
    expect(await account.links()).toHaveLength(3);
    // The same content typed by hand still leads to the question.
    const typed = await createPaymentLink({ ...merchant, mode: "test", intentId: crypto.randomUUID(), link });
    expect(typed).toMatchObject({ ok: false, code: "near_duplicate" });
  });
});

describe("suggestions", () => {
  const make = (description: string, currency: NewLink["currency"] = "USD", by = merchant.actor) =>
    createPaymentLink({
      ...merchant,
      actor: by,
      mode: "test",
      intentId: crypto.randomUUID(),
      link: { amountMinor: 100, currency, description },
      isRepeatable: true,
    });
  const see = (userId = merchant.actor.userId, onlyBy: string | null = null) =>
    getSuggestions({ merchantId: merchant.merchantId, onlyBy }, userId, "test");

  it("are none at first", async () => {
    expect(await see()).toEqual({ lastUrl: null, descriptions: [], pendingLinks: [] });
  });

  it("tell how long the address of their last link is, and what is usual here: often and lately first", async () => {
    const colleague = await newMember(merchant, "cashier");
    for (const description of ["Rare", "Usual", "Usual", "Usual", "Late"]) await make(description, "CRC");
    await make("Theirs", "EUR", { userId: colleague.id, ip: null });
    expect(await see()).toMatchObject({
      descriptions: ["Usual", "Theirs", "Late", "Rare"],
    });
    const [, last] = (await account.links()).toReversed();
    expect((await see()).lastUrl).toContain(last?.id);
    // A person who sees only their own links learns nothing about those of others.
    expect((await see(colleague.id, colleague.id)).descriptions).toEqual(["Theirs"]);
    const inSandbox = await getSuggestions(
      { merchantId: merchant.merchantId, onlyBy: null },
      colleague.id,
      "sandbox",
    );
    expect(inSandbox).toMatchObject({ lastUrl: null, descriptions: [] });
  });

  it("leave out what upstream refused", async () => {
    await account.setFault({ fault: "refuse_422", endpoint: "create", count: 1 });
    await make("Refused");
    expect((await see()).descriptions).toEqual([]);
  });

  it("hold the person's links that are still being made, and those that took long, for a minute", async () => {
    await make("Quick");
    expect((await see()).pendingLinks).toEqual([]);
    const set = (text: string) =>
      admin.query(`UPDATE payment_links SET ${text} WHERE merchant_id = $1`, [merchant.merchantId]);
    await admin.query("SET session_replication_role = replica");
    await set("created_at = now() - interval '9 seconds', settled_at = now() - interval '1 second'");
    expect((await see()).pendingLinks.map(({ description, state }) => [description, state])).toEqual([
      ["Quick", "ready"],
    ]);
    expect((await see((await newMember(merchant, "admin")).id)).pendingLinks).toEqual([]);
    await set("settled_at = now() - interval '61 seconds', created_at = now() - interval '80 seconds'");
    expect((await see()).pendingLinks).toEqual([]);
    await set("state = 'sending', settled_at = NULL, lease_until = now()");
    expect((await see()).pendingLinks.map(({ state }) => state)).toEqual(["sending"]);
    await admin.query("SET session_replication_role = DEFAULT");
  });
});
