import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { en } from "@/lib/i18n/messages/en/catalogue";
import { es } from "@/lib/i18n/messages/es/catalogue";
import { openBrowserAs } from "@/tests/support/browser";
import { connectedOwner, makeLink, type Owner } from "@/tests/support/people";
import { asSuperuser } from "@/tests/support/roles";
import { english, spanish } from "./labels";

const languages = {
  en: { labels: english, catalogue: en, locale: "en-US" },
  es: { labels: spanish, catalogue: es, locale: "es-CR" },
};

/** The heights of phones' pages, and some between the steps of the style sheet. */
const heights = [
  ...Array.from({ length: 22 }, (_, step) => 480 + step * 20),
  481,
  559,
  561,
  617,
  641,
  703,
  733,
  761,
  769,
];

/** Phones, and tablets both ways. The wider phone, on which less can go wrong, has every second height. */
const sizes = [
  ...heights.map((height) => [360, height] as const),
  ...heights.filter((_, step) => step % 2 === 0).map((height) => [430, height] as const),
  ...([
    [768, 1024],
    [1024, 768],
    [1180, 820],
  ] as const),
];

let owner: Owner;

beforeAll(async () => {
  owner = await connectedOwner("Café Luna y Panadería del Parque Central");
  for (const name of ["Coffee", "Breakfast for two", "Lunch"]) {
    const template = { templateId: "", name, amount: "4.50", currency: "USD", description: name };
    await owner.http.submit(`${owner.path}/settings/templates`, 'name="templateId"', template);
  }
  await makeLink(owner, { amount: "7.00", description: "Asked about" });
  await makeLink(owner, { amount: "8.00", description: "Another that was made before" });
});

/** Everything that this page can say, each time with a form in which something was typed. */
const states = [
  "nothing",
  "offline",
  "no answer",
  "refused",
  "ambiguous",
  "duplicate",
  "undone",
  "failing key",
] as const;

const cases = [
  ...states.map((state) => ({ language: "en" as const, state })),
  // The Spanish sentences are longer.
  ...(["ambiguous", "duplicate", "no answer"] as const).map((state) => ({ language: "es" as const, state })),
];

test.each(cases)(
  "the keys and the button are whole at every height of a phone ($language, $state)",
  async ({ language, state }) => {
    const { labels, catalogue, locale } = languages[language];
    const { page, context, expectSilence } = await openBrowserAs(owner.http, { locale });
    expectSilence();
    if (state === "failing key") await failKey(true);
    await page.goto(`${owner.path}/links/new`, { waitUntil: "networkidle" });
    if (state === "failing key") await failKey(false);
    const create = page.locator("main form button[type=submit]:not([form]):visible");
    const told = page.locator("main form [role=alert]");
    const press = async (amount: string, description: string) => {
      await page.getByLabel(labels.amount, { exact: true }).fill(amount);
      await page.getByLabel(labels.description).fill(description);
      await create.tap();
    };
    if (state === "offline") {
      await context.setOffline(true);
      await page.getByText(catalogue.offline.badge).waitFor();
      await press("6.00", "In the cellar");
      await told.waitFor();
    }
    if (state === "no answer") {
      await page.route("**/links/new", (route) => route.abort("connectionaborted"));
      await press("6.00", "Under the bridge");
      await told.waitFor();
    }
    if (state === "refused") {
      await press("", "");
      await page.locator("#description[aria-invalid=true]").waitFor();
    }
    if (state === "ambiguous") {
      await press("345.670", "Read in two ways");
      await page.getByRole("radio").first().waitFor();
    }
    if (state === "duplicate") {
      await press("7.00", "Asked about");
      await told.waitFor();
    }
    if (state === "undone") {
      await page.getByRole("list", { name: catalogue.create.templates }).getByRole("button").first().tap();
      await page.getByRole("button", { name: catalogue.create.undo }).tap();
      await page.getByText(catalogue.create.undone).waitFor();
    }
    const found: string[] = [];
    for (const [width, height] of sizes) {
      await page.setViewportSize({ width, height });
      for (const problem of await notWhole(page)) found.push(`${width}x${height}: ${problem}`);
    }
    expect(found).toEqual([]);
  },
);

/** Keys and buttons that are missing, cut off, too small for a thumb, or covered. */
function notWhole(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const buttons = document.querySelectorAll<HTMLElement>(
      "main fieldset button, main form button[type=submit]:not([form], [hidden]), #amount",
    );
    const problems = buttons.length < 16 ? [`only ${buttons.length} of them`] : [];
    for (const button of buttons) {
      const name = button.getAttribute("aria-label") || button.textContent || button.id;
      const { left, top, right, bottom, width, height } = button.getBoundingClientRect();
      if (width < 44 || height < 43.9) problems.push(`${name} is ${width} by ${height} px`);
      if (left < 0 || top < 0 || right > innerWidth || bottom > innerHeight)
        problems.push(`${name} ends at ${Math.round(bottom)} px`);
      const corners = [left + 3, (left + right) / 2, right - 3].flatMap((x) =>
        [top + 3, (top + bottom) / 2, bottom - 3].map((y) => document.elementFromPoint(x, y)),
      );
      const over = corners.find((on) => !(on && (button.contains(on) || on.contains(button))));
      if (over !== undefined) problems.push(`${name} is under ${over?.outerHTML.slice(0, 60)}`);
    }
    return problems;
  });
}

/** Sets whether upstream refuses the key, as the worker would. */
async function failKey(isFailing: boolean): Promise<void> {
  await asSuperuser(
    `UPDATE api_keys SET failing_since = $2 FROM merchants
     WHERE merchants.merchant_id = api_keys.merchant_id AND slug = $1`,
    [owner.slug, isFailing ? new Date() : null],
  );
}

test("a finger that slides away or stays takes nothing from the next press without one", async () => {
  const { page } = await openBrowserAs(owner.http);
  await page.goto(`${owner.path}/links/new`, { waitUntil: "networkidle" });
  const amount = page.getByLabel(english.amount, { exact: true });
  const key = (name: string) =>
    page.getByRole("group", { name: en.create.keypad }).getByRole("button", { name, exact: true });
  const assist = (name: string) => key(name).evaluate((button: HTMLElement) => button.click());
  const touch = await page.context().newCDPSession(page);
  const finger = async (name: string, slideBy: number, isCancelled = false) => {
    const box = await key(name).boundingBox();
    const point = { x: (box?.x ?? 0) + 20, y: (box?.y ?? 0) + 20 };
    await touch.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [point] });
    if (slideBy)
      await touch.send("Input.dispatchTouchEvent", {
        type: "touchMove",
        touchPoints: [{ ...point, y: point.y + slideBy }],
      });
    await touch.send("Input.dispatchTouchEvent", {
      type: isCancelled ? "touchCancel" : "touchEnd",
      touchPoints: [],
    });
  };

  await assist("1");
  expect(await amount.inputValue()).toBe("1");
  await finger("2", 70);
  expect(await amount.inputValue()).toBe("12");
  await assist("2");
  expect(await amount.inputValue()).toBe("122");
  await finger("3", 0, true);
  await assist("3");
  expect(await amount.inputValue()).toBe("12233");
  // With a mouse: released elsewhere, held for long, and pressed once, which counts once.
  const box = await key("4").boundingBox();
  await page.mouse.move((box?.x ?? 0) + 9, (box?.y ?? 0) + 9);
  await page.mouse.down();
  await page.mouse.move(5, 5);
  await page.mouse.up();
  await assist("4");
  expect(await amount.inputValue()).toBe("1223344");
  await key("5").tap();
  await key("5").click();
  expect(await amount.inputValue()).toBe("122334455");
  await key(en.create.back).tap();
  await assist(en.create.back);
  expect(await amount.inputValue()).toBe("1223344");
});
