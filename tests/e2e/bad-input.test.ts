import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { en } from "@/lib/i18n/messages/en/catalogue";
import { openBrowserAs, seenText } from "@/tests/support/browser";
import { connectedOwner, merchantOwner } from "@/tests/support/people";
import { english as labels } from "./labels";

type Field = "amount" | "currency" | "description";
type Sentence = keyof typeof en.errors;
type Case = {
  title: string;
  typed: Partial<Record<Field, string>>;
  refused: Partial<Record<Field, Sentence>>;
};

const typedRight = { amount: "12.50", currency: "USD", description: "Two coffees" };

function amounts(refused: Sentence, ...texts: string[]): Case[] {
  return texts.map((amount) => ({
    title: `amount ${amount.slice(0, 24) || "empty"}`,
    typed: { amount },
    refused: { amount: refused },
  }));
}

function descriptions(refused: Sentence, texts: Record<string, string>): Case[] {
  return Object.entries(texts).map(([title, description]) => ({
    title: `description ${title}`,
    typed: { description },
    refused: { description: refused },
  }));
}

// One or two for each sentence. Which other texts are refused is in the unit tests of amounts and of the form.
const cases: Case[] = [
  ...amounts("amount_empty", ""),
  ...amounts("amount_zero", "0.00"),
  ...amounts("amount_negative", "-5"),
  ...amounts("amount_not_a_number", "1e9"),
  ...amounts("amount_unclear_marks", "1,00,00"),
  ...amounts("amount_ambiguous", "1.500.00"),
  ...amounts("amount_currency_contradicted", "COP 100"),
  ...amounts("amount_currency_not_offered", "100 clp"),
  ...amounts("amount_too_many_decimals", "12.3456"),
  ...amounts("amount_other_digits", "١٢"),
  ...amounts("amount_too_large", "9".repeat(400), "90071992547409.92"),
  ...descriptions("description_missing", { blank: "   " }),
  ...descriptions("description_too_long", { "of 10,000 characters": "x".repeat(10_000) }),
  ...descriptions("description_unprintable", {
    "that turns around": "tea\u202Eeet",
  }),
  {
    title: "currency not offered",
    typed: { currency: "JPY" },
    refused: { currency: "currency_not_offered" },
  },
  {
    title: "everything wrong at once",
    typed: { amount: "-1", description: " " },
    refused: { amount: "amount_negative", description: "description_missing" },
  },
];

describe.each([
  { scripts: "with JavaScript", javaScriptEnabled: true },
  { scripts: "without JavaScript", javaScriptEnabled: false },
])("the link form, $scripts", ({ javaScriptEnabled }) => {
  test("answers what it cannot take beside its field, keeps what was typed, and sends nothing", async () => {
    const owner = await connectedOwner();
    const { page } = await openBrowserAs(owner.http, { javaScriptEnabled });
    await page.goto(`${owner.path}/links/new`);
    for (const { title, typed, refused } of cases) {
      // With scripts the sentences of the text before would still stand while the next answer is on its way.
      if (javaScriptEnabled) await page.goto(`${owner.path}/links/new`);
      await type(page, { ...typedRight, ...typed });
      await page.getByRole("button", { name: labels.createLink }).click();
      await page.locator("[aria-invalid=true]").first().waitFor();

      for (const field of ["amount", "currency", "description"] as const) {
        const sentence = refused[field] && en.errors[refused[field]];
        expect(await sentenceBeside(page, field), `${title}: ${field}`).toBe(sentence ?? "");
        // A currency that is not offered cannot stay selected, because it is not in the list.
        if (field === "currency" && typed.currency) continue;
        const kept = await page.getByLabel(labels[field], { exact: true }).inputValue();
        expect(kept, `${title}: ${field} as typed`).toBe({ ...typedRight, ...typed }[field]);
      }
      const first = page.locator("[aria-invalid=true]").first();
      if (javaScriptEnabled) await expect.poll(() => isFocused(first), { message: title }).toBe(true);
      expect(await owner.account.links(), title).toEqual([]);
    }
  });

  test("takes emoji, right-to-left text and the largest amount there is", async () => {
    const owner = await connectedOwner();
    const { page } = await openBrowserAs(owner.http, { javaScriptEnabled });
    const longest = "ñ".repeat(500);
    const accepted = [
      { amount: "4.00", description: "☕🥐 👩‍👩‍👧 desayuno" },
      { amount: "5.00", description: "قهوة وكعكة لمريم" },
      { amount: "6.00", description: longest },
      { amount: "90,071,992,547,409.91", description: "The largest" },
    ];
    for (const typed of accepted) {
      await page.goto(`${owner.path}/links/new`);
      await type(page, { ...typedRight, ...typed });
      await page.getByRole("button", { name: labels.createLink }).click();
      await page.getByRole("img", { name: labels.qrCode }).waitFor();
      expect(await seenText(page.locator("main"))).toContain(typed.description);
    }
    const made = await owner.account.links();
    expect(made.map(({ amount }) => amount)).toEqual([400, 500, 600, Number.MAX_SAFE_INTEGER]);
    for (const [index, { description }] of accepted.entries()) {
      expect(made[index]?.description).toContain(description);
    }
  });

  test("asks what 1.500 means, and makes exactly what was chosen", async () => {
    const owner = await connectedOwner();
    const { page } = await openBrowserAs(owner.http, { javaScriptEnabled });
    for (const [chosen, description] of [
      ["$1,500.00", "the larger"],
      ["$1.50", "the smaller"],
    ] as const) {
      await page.goto(`${owner.path}/links/new`);
      await type(page, { ...typedRight, amount: "1.500", description });
      await page.getByRole("button", { name: labels.createLink }).click();
      await page.getByRole("radio").first().waitFor();
      expect(await sentenceBeside(page, "amount")).toBe(en.errors.amount_ambiguous);
      expect(await page.getByRole("radio").count()).toBe(2);
      await page.getByRole("radio", { name: chosen, exact: true }).check();
      await page.getByRole("button", { name: labels.createLink }).click();
      await page.getByRole("img", { name: labels.qrCode }).waitFor();
    }
    expect((await owner.account.links()).map(({ amount }) => amount)).toEqual([150_000, 150]);
  });

  test("asks about an amount that names another currency, and makes exactly what was chosen", async () => {
    const owner = await connectedOwner();
    const { page } = await openBrowserAs(owner.http, { javaScriptEnabled });
    for (const [chosen, description] of [
      ["USD\u00a0100.00", "as typed"],
      ["COP\u00a0100.00", "as chosen"],
    ] as const) {
      await page.goto(`${owner.path}/links/new`);
      await type(page, { amount: "USD 100", currency: "COP", description });
      await page.getByRole("button", { name: labels.createLink }).click();
      await page.getByRole("radio").first().waitFor();
      expect(await sentenceBeside(page, "amount")).toBe(en.errors.amount_currency_contradicted);
      await page.getByRole("radio", { name: chosen, exact: true }).check();
      // The other error can be corrected without choosing again.
      await page.getByLabel(labels.description).fill("");
      await page.getByRole("button", { name: labels.createLink }).click();
      await expect.poll(() => sentenceBeside(page, "description")).toBe(en.errors.description_missing);
      expect(await page.getByRole("radio", { name: chosen, exact: true }).isChecked()).toBe(true);
      await page.getByLabel(labels.description).fill(description);
      await page.getByRole("button", { name: labels.createLink }).click();
      await page.getByRole("img", { name: labels.qrCode }).waitFor();
    }
    const made = await owner.account.links();
    expect(made.map(({ amount, currency }) => [amount, currency.toUpperCase()])).toEqual([
      [10_000, "USD"],
      [10_000, "COP"],
    ]);
  });

  test("offers thousands first where amounts are thousands, and reads what is sure", async () => {
    const owner = await connectedOwner();
    const { page } = await openBrowserAs(owner.http, { javaScriptEnabled });
    await page.goto(`${owner.path}/links/new`);
    await type(page, { amount: "1'500.000", currency: "CRC", description: "Rent" });
    await page.getByRole("button", { name: labels.createLink }).click();
    const choices = page.getByRole("radio");
    await choices.first().waitFor();
    expect(await page.locator("fieldset label").allTextContents()).toEqual(["₡1,500,000.00", "₡1,500.00"]);
    // After another currency was chosen, the choices that were shown in colones are not taken for dollars.
    await choices.first().check();
    await page.getByLabel(labels.currency).selectOption("USD");
    await page.getByRole("button", { name: labels.createLink }).click();
    await page.getByRole("radio", { name: "$1,500,000.00", exact: true }).waitFor();
    expect(await owner.account.links()).toEqual([]);
    await page.getByLabel(labels.amount).fill("\u202d2'500,000.50\u202c");
    await page.getByRole("button", { name: labels.createLink }).click();
    await page.getByRole("img", { name: labels.qrCode }).waitFor();
    expect((await owner.account.links()).map(({ amount }) => amount)).toEqual([250_000_050]);
  });

  test("does not use the chosen reading for another text typed after", async () => {
    const owner = await connectedOwner();
    const { page } = await openBrowserAs(owner.http, { javaScriptEnabled });
    await page.goto(`${owner.path}/links/new`);
    await type(page, { ...typedRight, amount: "1.500" });
    await page.getByRole("button", { name: labels.createLink }).click();
    await page.getByRole("radio", { name: "$1.50", exact: true }).check();
    await page.getByLabel(labels.amount).fill("2.750");
    await page.getByRole("button", { name: labels.createLink }).click();
    await page.getByRole("radio", { name: "$2.75", exact: true }).waitFor();
    expect(await owner.account.links()).toEqual([]);
    await page.getByLabel(labels.amount).fill("20.00");
    // The question goes with the text that it was about. Without scripts it stays until the next answer.
    const earlier = page.getByRole("radio", { name: "$2,750.00", exact: true });
    if (javaScriptEnabled) await expect.poll(() => earlier.count()).toBe(0);
    else await earlier.check();
    await page.getByRole("button", { name: labels.createLink }).click();
    await page.getByRole("img", { name: labels.qrCode }).waitFor();
    expect((await owner.account.links()).map(({ amount }) => amount)).toEqual([2_000]);
  });

  test("has a sentence for each kind of bad key, and never shows the key again", async () => {
    const owner = await merchantOwner();
    const { page } = await openBrowserAs(owner.http, { javaScriptEnabled });
    await page.goto(`${owner.path}/settings/api-keys`);
    const sentences = {
      "": "key_missing",
      pk_test_0123456789abcdef: "key_publishable",
      "sk_test_ab cd": "key_malformed",
      sk_test_nobody_has_this_key: "key_refused",
    } as const;
    for (const [key, sentence] of Object.entries(sentences)) {
      await page.getByLabel(labels.apiKey).fill(key);
      await page.getByRole("button", { name: labels.connectKey }).click();
      await expect.poll(() => sentenceBeside(page, "apiKey")).toBe(en.errors[sentence]);
      expect(await page.getByLabel(labels.apiKey).inputValue()).toBe("");
      if (key) expect(await page.content()).not.toContain(key);
    }
    expect(new Set(Object.values(sentences).map((code) => en.errors[code])).size).toBe(4);
    await page.goto(`${owner.path}/links/new`);
    expect(await seenText(page.locator("main"))).toContain(en.newLink.noKeyTitle);
  });
});

async function type(page: Page, typed: Record<Field, string>): Promise<void> {
  await page.getByLabel(labels.amount).fill(typed.amount);
  await page.getByLabel(labels.description).fill(typed.description);
  await page.getByLabel(labels.currency).evaluate((select, code) => {
    if (!(select instanceof HTMLSelectElement)) throw new Error("not a select");
    // As a manipulated page would send it.
    if (![...select.options].some(({ value }) => value === code)) select.add(new Option(code, code));
    select.value = code;
  }, typed.currency);
}

/** What assistive technology reads as this field's error; empty when the field is not marked as invalid. */
async function sentenceBeside(page: Page, id: Field | "apiKey"): Promise<string> {
  const field = page.locator(`#${id}`);
  if ((await field.getAttribute("aria-invalid")) !== "true") return "";
  const ids = ((await field.getAttribute("aria-describedby")) ?? "").split(" ");
  return seenText(page.locator(`#${ids[0]}`));
}

function isFocused(field: ReturnType<Page["locator"]>): Promise<boolean> {
  return field.evaluate((element) => element === document.activeElement);
}
