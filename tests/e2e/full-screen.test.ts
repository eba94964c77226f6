import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { en } from "@/lib/i18n/messages/en/catalogue";
import { openBrowserAs, seenText } from "@/tests/support/browser";
import { desk } from "@/tests/support/devices";
import { isInView } from "@/tests/support/page-checks";
import { connectedOwner, makeLink } from "@/tests/support/people";
import { upstreamPublicUrl } from "@/tests/support/portal";
import { qrReaders } from "@/tests/support/qr-readers";
import { sharesStored, speakTo, watchSharing } from "@/tests/support/sharing";
import { english as labels } from "./labels";

/** Waits for a condition, long enough for a busy machine. */
const soon = <Value>(look: () => Value) => expect.poll(look);

const wakeLocks = (page: Page) => page.evaluate(() => window.outbox.wakeLocks);

async function shownLink() {
  const owner = await connectedOwner("Café Luna");
  await speakTo(owner, ["es"]);
  const linkPath = await makeLink(owner, { amount: "1,234.50", description: "Two coffees" });
  const [made] = await owner.account.links();
  return { owner, linkPath, url: `${upstreamPublicUrl}/link/${made?.id}` };
}

test("the code takes the whole screen and keeps it awake, until a tap, Escape or the back button", async () => {
  const { owner, linkPath, url } = await shownLink();
  const { page, context } = await openBrowserAs(owner.http, { colorScheme: "dark" });
  await watchSharing(context, "files");
  await page.goto(linkPath);
  const open = page.getByRole("link", { name: en.share.fullScreen });
  const openIt = async () => {
    await open.click();
    await page.getByRole("dialog", { name: en.share.fullScreen }).waitFor();
    expect(new URL(page.url()).pathname).toBe(`${linkPath}/show`);
  };
  const isClosed = async () => {
    await page.waitForURL(`**${linkPath}`);
    await open.waitFor();
    await soon(() => open.evaluate((link) => link === document.activeElement)).toBe(true);
    expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(length + 1);
  };
  const length = await page.evaluate(() => history.length);

  await openIt();
  const text = await seenText(page.getByRole("dialog"));
  for (const part of [/Café Luna/, /1.234,50/, /Two coffees/, /Escanee para pagar/])
    expect(text).toMatch(part);
  const picture = await page.screenshot();
  expect(await qrReaders.zxing(picture)).toBe(url);
  expect(await qrReaders.jsqr(picture)).toBe(url);
  await expectLarge(page, 390);
  expect(await wakeLocks(page)).toEqual(["asked"]);
  // When the page is hidden the browser releases the wake lock; when it is shown again, the page requests a new one.
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  expect(await wakeLocks(page)).toEqual(["asked", "asked"]);
  await page.mouse.click(200, 800);
  await isClosed();
  expect(await wakeLocks(page)).toEqual(["asked", "asked", "released"]);

  await openIt();
  // Nothing behind it gets the focus.
  for (let presses = 0; presses < 4; presses++) {
    await page.keyboard.press("Tab");
    const where = await page.evaluate(() => document.activeElement?.closest("dialog, body")?.localName);
    expect(["dialog", "body"]).toContain(where);
    expect(await page.evaluate(() => document.activeElement?.closest("nav, header, article"))).toBeNull();
  }
  await page.keyboard.press("Escape");
  await isClosed();

  await openIt();
  await page.goBack();
  await isClosed();

  await openIt();
  await page.getByRole("link", { name: en.share.close }).click();
  await isClosed();
  await soon(() => sharesStored(linkPath)).toHaveLength(4);
  for (const { details } of await sharesStored(linkPath)) expect(details).toEqual({ channel: "shown" });
});

test("opened by its address it closes to the link's page, and at a desk it is as large as the height lets it be", async () => {
  const { owner, linkPath, url } = await shownLink();
  const { page, context } = await openBrowserAs(owner.http, desk);
  await watchSharing(context, "files");
  await page.goto(`${linkPath}/show`);
  await page.getByRole("dialog").waitFor();
  await expectLarge(page, 700);
  expect(await qrReaders.zxing(await page.screenshot())).toBe(url);
  await page.keyboard.press("Escape");
  await page.waitForURL(`**${linkPath}`);
  await page.getByRole("button", { name: labels.copyLink }).waitFor();
});

/** The code is nearly as large as the screen's shorter side, with white all around. */
test("a link that is marked as paid warns before its code is shown again, until the mark is undone", async () => {
  const { owner, linkPath } = await shownLink();
  const { page } = await openBrowserAs(owner.http);
  await page.goto(linkPath);
  const code = page.getByRole("img", { name: en.link.qr });
  await page.getByRole("button", { name: en.paid.mark }).click();
  await page.getByText(en.paid.warningText).waitFor();
  expect(await code.count()).toBe(0);
  await expect.poll(() => isInView(page.getByRole("button", { name: en.paid.undo }))).toBe(true);
  await page.goto(`${linkPath}/show`);
  expect(new URL(page.url()).pathname).toBe(linkPath);
  await page.getByRole("link", { name: en.paid.anyway }).click();
  await code.waitFor();
  await page.getByRole("link", { name: en.share.fullScreen }).click();
  await page.getByRole("dialog", { name: en.share.fullScreen }).waitFor();
  await page.goto(linkPath);
  await page.getByRole("button", { name: en.paid.undo }).click();
  await code.waitFor();
});

async function expectLarge(page: Page, side: number): Promise<void> {
  const box = await page.getByRole("dialog").getByRole("img", { name: labels.qrCode }).boundingBox();
  expect(Math.min(box?.width ?? 0, 10_000)).toBeGreaterThan(side * 0.9);
  const colors = await page.evaluate(() =>
    [document.documentElement, document.querySelector("dialog")].map(
      (element) => element && getComputedStyle(element).backgroundColor,
    ),
  );
  expect(colors).toEqual(["rgb(255, 255, 255)", "rgb(255, 255, 255)"]);
}
