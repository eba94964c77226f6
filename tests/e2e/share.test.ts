import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { en } from "@/lib/i18n/messages/en/catalogue";
import { openBrowserAs, seenText } from "@/tests/support/browser";
import { connectedOwner, makeLink } from "@/tests/support/people";
import { upstreamPublicUrl } from "@/tests/support/portal";
import { asSuperuser, teammate } from "@/tests/support/roles";
import { sharesStored, speakTo, trackedShares, watchSharing } from "@/tests/support/sharing";
import { english as labels } from "./labels";

/** Waits for a condition, long enough for a busy machine. */
const soon = <Value>(look: () => Value) => expect.poll(look);

const description = "Dos cafés & un queque, 100%";
const whatsapp = "https://wa.me";

async function merchantSummary(languages = ["es", "en", "pt"]) {
  const owner = await connectedOwner("Café Luna");
  await speakTo(owner, languages);
  const linkPath = await makeLink(owner, { amount: "1,234.50", description });
  const [made] = await owner.account.links();
  const url = `${upstreamPublicUrl}/link/${made?.id}`;
  return { owner, linkPath, url };
}

declare global {
  interface Window {
    isPressed?: boolean;
    isBlocking?: boolean;
  }
}

const openWays = (page: Page) => page.getByText(en.share.more).click();

test("each way opens the right address at once, and the timeline has it when the person is back", async () => {
  const { owner, linkPath, url } = await merchantSummary();
  const { page, context, expectElsewhere } = await openBrowserAs(owner.http);
  await expectElsewhere(whatsapp);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await page.goto(linkPath);

  const [opened] = await Promise.all([
    context.waitForEvent("page"),
    page.getByRole("link", { name: labels.whatsapp, exact: true }).click(),
  ]);
  const whole = new URL(opened.url()).searchParams.get("text") ?? "";
  expect(new URL(opened.url()).pathname).toBe("/");
  // The owner's screen is in English, and their customers read Spanish.
  expect(whole.split("\n")).toEqual([
    expect.stringMatching(/^PRUEBA: /),
    expect.stringMatching(/^¡Hola! .*1.234,50.* a Café Luna\.$/),
    expect.stringContaining(description),
    url,
  ]);
  await opened.close();
  await page.getByText(en.share.whatsappOpened).waitFor();

  expect(await page.getByRole("link", { name: en.link.open }).getAttribute("href")).toBe(url);
  await page.getByRole("button", { name: labels.copyLink }).click();
  await page.getByRole("button", { name: "Copied" }).waitFor();
  expect(await copied()).toBe(url);
  await page.getByRole("button", { name: url }).click();
  await soon(() => sharesStored(linkPath)).toHaveLength(3);

  await openWays(page);
  await page.getByRole("button", { name: en.share.copyMessage }).click();
  await soon(copied).toBe(whole);
  const sms = page.getByRole("link", { name: en.share.sms });
  expect(await sms.getAttribute("href")).toBe(`sms:?&body=${encodeURIComponent(whole)}`);
  await sms.click();
  await page.getByText(en.share.smsAsked).waitFor();
  const mail = page.getByRole("link", { name: en.share.email });
  const emailContent = new URLSearchParams((await mail.getAttribute("href"))?.replace("mailto:?", ""));
  expect(emailContent.get("body")?.split("\r\n")).toEqual(whole.split("\n"));
  expect(emailContent.get("subject")).toMatch(/^Pago de .*1.234,50.* a Café Luna$/);
  await mail.click();

  const { whatsapp: byWhatsapp, copied_link, copied_message, sms: bySms, email } = en.shareChannel;
  const tracked = [byWhatsapp, copied_link, copied_link, copied_message, bySms, email];
  await soon(() => sharesStored(linkPath)).toHaveLength(tracked.length);
  // It appears by itself, without a reload.
  await soon(async () => (await trackedShares(page)).sort()).toEqual(
    tracked.map((way) => `Ana Rojas ${way}`).sort(),
  );
});

test("a number typed as people type it opens WhatsApp or SMS for it, and is kept nowhere", async () => {
  const { owner, linkPath } = await merchantSummary();
  const { page, context, expectElsewhere, expectSilence } = await openBrowserAs(owner.http);
  await expectElsewhere(whatsapp);
  await page.goto(`${linkPath}?ways=open`);
  const number = page.getByLabel(en.share.number);
  const send = page.locator("form", { has: number }).getByRole("button", { name: labels.whatsapp });

  await number.fill("888");
  await send.click();
  await page.getByText(en.errors.phone_too_short).waitFor();
  expect(await number.evaluate((field) => field === document.activeElement)).toBe(true);
  expect(await sharesStored(linkPath)).toEqual([]);

  await number.fill("8888-7777");
  const [opened] = await Promise.all([context.waitForEvent("page"), send.click()]);
  // Costa Rica's country code, from the merchant's time zone.
  expect(new URL(opened.url()).pathname).toBe("/50688887777");
  expect(new URL(opened.url()).searchParams.get("text")).toContain(description);
  await soon(() => sharesStored(linkPath)).toHaveLength(1);
  const [share] = await sharesStored(linkPath);
  expect(share?.details).toEqual({ channel: "whatsapp" });
  await page.getByText(en.share.whatsappOpened).waitFor();
  expect(await page.getByText(en.errors.phone_too_short).count()).toBe(0);

  // It is to be kept, and the connection breaks: the page stays, with what was typed.
  expectSilence();
  await page.route("**/links/*", (route) =>
    route.request().method() === "POST" ? route.abort("connectionaborted") : route.fallback(),
  );
  await page.getByLabel(en.share.keepNumber).check();
  await Promise.all([context.waitForEvent("page"), send.click()]);
  await page.getByRole("alert").filter({ hasText: en.unanswered.noAnswer }).waitFor();
  expect(await number.inputValue()).toBe("8888-7777");
});

test("WhatsApp for a number opens inside the press; where it cannot, a link stands there and nothing is logged", async () => {
  const { owner, linkPath } = await merchantSummary();
  const { page, context, expectElsewhere } = await openBrowserAs(owner.http);
  await expectElsewhere(whatsapp);
  // Opens a window directly after a press and refuses it later, as browsers do; then refuses always.
  await context.addInitScript(() => {
    const open = window.open.bind(window);
    window.open = (...what) => (window.isBlocking || !window.isPressed ? null : open(...what));
    addEventListener(
      "submit",
      () => {
        window.isPressed = true;
        queueMicrotask(() => setTimeout(() => (window.isPressed = false)));
      },
      true,
    );
  });
  await page.goto(`${linkPath}?ways=open`, { waitUntil: "networkidle" });
  const number = page.getByLabel(en.share.number);
  const send = page.locator("form", { has: number }).getByRole("button", { name: labels.whatsapp });
  // The numbering plans come when somebody comes to the field, and are there long before a person has typed a number.
  const [plans] = await Promise.all([page.waitForResponse(/\/chunks\/.+\.js$/), number.focus()]);
  await plans.finished();
  await number.pressSequentially("8888-7777", { delay: 50 });
  const [opened] = await Promise.all([context.waitForEvent("page"), send.click()]);
  expect(opened.url()).toContain("/50688887777");
  expect(await opened.evaluate(() => window.opener)).toBe(null);
  await soon(() => sharesStored(linkPath)).toHaveLength(1);

  await page.evaluate(() => (window.isBlocking = true));
  await number.fill("8888-6666");
  await send.click();
  const link = page.getByRole("link", { name: "Open WhatsApp for +506 8888 6666" });
  expect(await link.getAttribute("href")).toContain("https://wa.me/50688886666?text=");
  expect(await sharesStored(linkPath)).toHaveLength(1);
  await Promise.all([context.waitForEvent("page"), link.click()]);
  await soon(() => sharesStored(linkPath)).toHaveLength(2);
});

test("the share menu gets the message and the code as a picture, inside the press", async () => {
  const { owner, linkPath, url } = await merchantSummary(["pt"]);
  const { page, context } = await openBrowserAs(owner.http);
  await watchSharing(context, "files");
  await Promise.all([page.waitForResponse(/\/qr\.png$/), page.goto(linkPath)]);
  await page.getByRole("button", { name: labels.share, exact: true }).click();
  await soon(() => page.evaluate(() => window.outbox.shares)).toHaveLength(1);
  const [share] = await page.evaluate(() => window.outbox.shares);
  expect(share).toMatchObject({ url, files: [{ name: `${owner.slug}.png`, type: "image/png" }] });
  expect(share?.files[0]?.size).toBeGreaterThan(500);
  // The address is in `url`. If the text had it too, some programs would show it twice.
  expect(share?.text).toContain("Olá!");
  expect(share?.text).not.toContain(url);
  await page.getByRole("button", { name: en.share.passedOn }).waitFor();
  await soon(() => trackedShares(page)).toEqual([`Ana Rojas ${en.shareChannel.share_menu}`]);

  // When files and an address cannot be shared together, the text has the address.
  const other = await openBrowserAs(owner.http);
  await watchSharing(other.context, "files or url");
  await Promise.all([other.page.waitForResponse(/\/qr\.png$/), other.page.goto(linkPath)]);
  await other.page.getByRole("button", { name: labels.share, exact: true }).click();
  await soon(() => other.page.evaluate(() => window.outbox.shares)).toHaveLength(1);
  const [alone] = await other.page.evaluate(() => window.outbox.shares);
  expect(alone?.files).toHaveLength(1);
  expect(alone?.text).toMatch(new RegExp(`Olá![^]*${url}$`));
  expect(alone).not.toHaveProperty("url");
});

test("a share menu that takes no files gets text and address; one that is closed or missing is no share", async () => {
  const { owner, linkPath, url } = await merchantSummary(["en"]);
  const withoutFiles = await openBrowserAs(owner.http);
  await watchSharing(withoutFiles.context, "no files");
  await Promise.all([withoutFiles.page.waitForResponse(/\/qr\.png$/), withoutFiles.page.goto(linkPath)]);
  await withoutFiles.page.getByRole("button", { name: labels.share, exact: true }).click();
  await soon(() => withoutFiles.page.evaluate(() => window.outbox.shares)).toHaveLength(1);
  const [share] = await withoutFiles.page.evaluate(() => window.outbox.shares);
  expect(share).toMatchObject({ url, files: [] });
  expect(share?.text).not.toContain(url);
  await soon(() => sharesStored(linkPath)).toHaveLength(1);

  const closed = await openBrowserAs(owner.http);
  await watchSharing(closed.context, "closed");
  await closed.page.goto(linkPath);
  await closed.page.getByRole("button", { name: labels.share, exact: true }).click();
  await closed.page.getByRole("button", { name: en.share.notShared }).waitFor();

  const broken = await openBrowserAs(owner.http);
  await watchSharing(broken.context, "broken");
  await broken.page.goto(linkPath);
  await broken.page.getByRole("button", { name: labels.share, exact: true }).click();
  await broken.page.getByRole("alert").filter({ hasText: en.share.menuFailed }).waitFor();

  const none = await openBrowserAs(owner.http);
  await watchSharing(none.context, "none");
  await none.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await none.page.goto(linkPath);
  await none.page.evaluate(() => navigator.clipboard.writeText("something else"));
  await none.page.getByRole("button", { name: labels.share, exact: true }).click();
  // There is no third way to copy: the other ways are shown.
  await none.page.getByRole("button", { name: en.share.copyMessage }).waitFor();
  expect(await none.page.evaluate(() => navigator.clipboard.readText())).toBe("something else");
  const ways = (await sharesStored(linkPath)).map(({ details }) => details);
  expect(ways).toEqual([{ channel: "share_menu" }]);
});

test("the customer's language is chosen once and remembered, for this merchant", async () => {
  const { owner, linkPath } = await merchantSummary();
  const other = await merchantSummary();
  const { page, context } = await openBrowserAs(owner.http);
  await page.goto(linkPath);
  await openWays(page);
  await page.getByRole("button", { name: "Português" }).click();
  await page.getByText("Olá!").waitFor();
  expect(await page.getByRole("button", { name: "Português" }).getAttribute("aria-pressed")).toBe("true");
  await page.goto(linkPath);
  const href = await page.getByRole("link", { name: labels.whatsapp, exact: true }).getAttribute("href");
  expect(decodeURIComponent(href ?? "")).toContain("Olá!");
  await context.addCookies(other.owner.http.browserCookies());
  await page.goto(other.linkPath);
  await openWays(page);
  await page.getByText("¡Hola!").waitFor();
});

test("with JavaScript off every way is there that the platform lets be, and the browser itself tells of it", async () => {
  const { owner, linkPath, url } = await merchantSummary(["en", "es"]);
  const visitor = await openBrowserAs(owner.http, { javaScriptEnabled: false });
  const { page, context } = visitor;
  await visitor.expectElsewhere(whatsapp);
  await page.goto(linkPath);
  const [opened] = await Promise.all([
    context.waitForEvent("page"),
    page.getByRole("link", { name: labels.whatsapp, exact: true }).click(),
  ]);
  expect(opened.url()).toMatch(/^https:\/\/wa\.me\/\?text=TEST/);
  await soon(() => sharesStored(linkPath)).toHaveLength(1);

  await page.getByRole("button", { name: labels.share, exact: true }).click();
  await page.getByText("Hello!").waitFor();
  await page.getByRole("button", { name: "Español" }).click();
  await page.getByText("¡Hola!").waitFor();
  const number = page.getByLabel(en.share.number);
  const send = page.locator("form", { has: number }).getByRole("button", { name: labels.whatsapp });
  await number.fill("María");
  await send.click();
  await page.getByText(en.errors.phone_not_a_number).waitFor();
  await page.getByLabel(en.share.number).fill("8888 7777");
  await send.click();
  const ready = page.getByRole("link", { name: "Open WhatsApp for +506 8888 7777" });
  expect(await ready.getAttribute("href")).toMatch(/^https:\/\/wa\.me\/50688887777\?text=PRUEBA/);

  await page.goto(linkPath);
  await page.getByRole("button", { name: labels.copyLink }).click();
  await page.getByText(en.link.copyByHand).waitFor();
  expect(await seenText(page.locator("main"))).toContain(url);
  await page.getByRole("link", { name: en.share.fullScreen }).click();
  await page.waitForURL(`**${linkPath}/show`);
  await page.getByRole("link", { name: en.share.close }).click();
  await page.waitForURL(`**${linkPath}`);
});

test("nothing is shared of a link that cannot be paid, or by who may not", async () => {
  const { owner, linkPath, url } = await merchantSummary(["en"]);
  const viewer = await teammate(owner, "viewer");
  const track = (http = owner.http) =>
    http.request(`${linkPath}/shared?by=whatsapp`, { method: "POST" }).then(({ status }) => status);
  expect(await track(viewer.http)).toBe(403);
  const seen = await openBrowserAs(viewer.http);
  await seen.page.goto(linkPath);
  await seen.page.getByRole("img", { name: labels.qrCode }).waitFor();
  const main = await seenText(seen.page.locator("main"));
  expect(main).toContain(url);
  for (const way of [labels.share, labels.whatsapp, en.share.more, en.share.fullScreen])
    expect(main).not.toContain(way);
  expect((await viewer.http.request(`${linkPath}/show`)).status).toBe(403);

  const id = linkPath.split("/").at(-1);
  await asSuperuser("UPDATE payment_links SET active = false, inactive_at = now() WHERE id = $1", [id]);
  expect(await track()).toBe(404);
  const { page } = await openBrowserAs(owner.http);
  await page.goto(linkPath);
  const inactive = await seenText(page.locator("main"));
  for (const part of [en.share.inactiveTitle, en.share.inactiveText, url]) expect(inactive).toContain(part);
  for (const way of [labels.share, labels.whatsapp, en.share.more])
    expect(inactive).not.toContain(`\n${way}\n`);
  expect(await page.getByRole("img", { name: labels.qrCode }).count()).toBe(0);
  await page.goto(`${linkPath}/show`);
  await page.waitForURL(`**${linkPath}`);

  await asSuperuser("UPDATE payment_links SET active = true WHERE id = $1", [id]);
  expect(await track()).toBe(204);
  const elsewhere = { "sec-fetch-site": "cross-site" };
  const forged = await owner.http.request(`${linkPath}/shared?by=sms`, {
    method: "POST",
    headers: elsewhere,
  });
  expect(forged.status).toBe(403);
  expect((await owner.http.request(`${linkPath}/shared?by=carrier_pigeon`, { method: "POST" })).status).toBe(
    404,
  );
  expect((await owner.http.request(`${linkPath}/shared?by=sms`)).status).toBe(405);
  expect(await sharesStored(linkPath)).toHaveLength(1);
});
