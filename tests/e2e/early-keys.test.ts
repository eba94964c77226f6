import { expect, test } from "vitest";
import { seenText } from "@/tests/support/browser";
import { atWork, openHeld } from "@/tests/support/held-scripts";
import { connectedOwner, makeLink } from "@/tests/support/people";
import { english as labels } from "./labels";

// A phone shows the keypad before the scripts of the page are at work. A digit is typed once, whenever it is tapped.

/** The keys in the order of the page. */
const padKeys = ["1", "2", "3", "back", "4", "5", "6", "000", "7", "8", "9", "00", "0", "mark"];

test.each([
  ["digits", ["2", "5", "000", "back", "00", "mark", "5"], "250000.5", "$250,000.50"],
  ["a zero first, and more decimals than there are", ["0", "0", "7", "mark", "1", "2", "3"], "7.12", "$7.12"],
  ["all of it taken back", ["4", "back", "back"], "", null],
  ["a mark that is taken back", ["mark", "5", "back", "back", "00"], "0", null],
])(
  "what is tapped before the scripts is typed and drawn, and goes on with them: %s",
  async (_, keys, text, shown) => {
    const owner = await connectedOwner();
    const { page, release } = await openHeld(owner.http, `${owner.path}/links/new`);
    const amount = page.getByLabel(labels.amount, { exact: true });
    const tap = (key: string) => page.locator(".till-keys button").nth(padKeys.indexOf(key)).tap();
    for (const key of keys) await tap(key);
    expect(await amount.inputValue()).toBe(text);
    const drawn = () => seenText(page.locator(".amount-drawn")).then((money) => money.replace(/[^\d.]/g, ""));
    expect(Number(await drawn())).toBe(Number(text));
    release();
    await atWork(amount);
    expect(await amount.inputValue()).toBe(text);
    expect(Number(await drawn())).toBe(Number(text));
    const create = page.getByRole("button", { name: labels.createLink });
    expect((await seenText(create)).includes(shown ?? "$")).toBe(shown !== null);
    await tap("back");
    await tap("8");
    expect(await amount.inputValue()).toBe(`${text.slice(0, -1)}8`);
    // The page itself has typed it.
    await expect.poll(() => seenText(create)).toContain("8");
  },
);

test("a press that begins before the scripts and ends after them is one digit", async () => {
  const owner = await connectedOwner();
  const { page, release } = await openHeld(owner.http, `${owner.path}/links/new`);
  const amount = page.getByLabel(labels.amount, { exact: true });
  const key = page.locator(".till-keys button").nth(padKeys.indexOf("5"));
  const box = await key.boundingBox();
  await page.mouse.move((box?.x ?? 0) + 9, (box?.y ?? 0) + 9);
  await page.mouse.down();
  release();
  await atWork(key);
  await page.mouse.up();
  expect(await amount.inputValue()).toBe("5");
  await key.tap();
  await key.click();
  expect(await amount.inputValue()).toBe("555");
});

test("an amount that the form was opened with is replaced by the first key, before the scripts and after them", async () => {
  const owner = await connectedOwner();
  const made = await makeLink(owner, { amount: "12.50", description: "Two coffees" });
  const { page, release } = await openHeld(
    owner.http,
    `${owner.path}/links/new?from=${made.split("/").at(-1)}`,
  );
  const amount = page.getByLabel(labels.amount, { exact: true });
  const key = page.locator(".till-keys button").nth(padKeys.indexOf("5"));
  await expect.poll(() => amount.inputValue()).toBe("12.50");
  await key.tap();
  expect(await amount.inputValue()).toBe("5");
  release();
  await atWork(key);
  await key.tap();
  expect(await amount.inputValue()).toBe("55");
});
