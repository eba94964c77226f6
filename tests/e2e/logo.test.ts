import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { en } from "@/lib/i18n/messages/en/catalogue";
import { openBrowserAs, seenText } from "@/tests/support/browser";
import { merchantOwner, signedUp } from "@/tests/support/people";
import { teammate } from "@/tests/support/roles";

const megabyte = 1024 * 1024;
const labels = en.business;

function file(name: string, buffer: Buffer) {
  return { name, mimeType: "image/png", buffer };
}

function getBox(element: Element): number[] {
  const { width, height } = element.getBoundingClientRect();
  return [width, height];
}

const picture = await sharp({ create: { width: 600, height: 300, channels: 3, background: "#c8102e" } })
  .png()
  .toBuffer();

describe.each([
  { scripts: "with JavaScript", javaScriptEnabled: true },
  { scripts: "without JavaScript", javaScriptEnabled: false },
])("the logo, $scripts", ({ javaScriptEnabled }) => {
  test("is refused with a sentence beside its field, shown in the frame once it is saved, and taken down", async () => {
    const owner = await merchantOwner("Café Luna");
    const { page } = await openBrowserAs(owner.http, { javaScriptEnabled });
    const general = `${owner.path}/settings/general`;
    const refused = [
      [file("photo.png", Buffer.alloc(2 * megabyte + 1)), en.errors.logo_too_heavy],
      [file("huge.png", Buffer.alloc(6 * megabyte)), en.errors.logo_too_heavy],
      [file("page.png", Buffer.from("<svg/>")), en.errors.logo_wrong_type],
      [file("torn.png", picture.subarray(0, 60)), en.errors.logo_unreadable],
    ] as const;
    for (const [chosen, sentence] of refused) {
      await page.goto(general);
      await page.getByLabel(labels.logoNew).setInputFiles(chosen);
      await page.getByRole("button", { name: labels.saveLogo }).click();
      await page.locator("#logo-error").waitFor();
      expect(await seenText(page.locator("#logo-error")), chosen.name).toBe(sentence);
    }
    await page.goto(general);
    await page.getByRole("button", { name: labels.saveLogo }).click();
    await page.getByText(en.errors.logo_missing).waitFor();

    await page.getByLabel(labels.logoNew).setInputFiles(file("luna.png", picture));
    await page.getByRole("button", { name: labels.saveLogo }).click();
    await page.waitForURL(/saved=1/);
    const inFrame = page.locator("header img");
    await inFrame.waitFor();
    // Its place is the same before and after the picture is loaded.
    expect(await inFrame.evaluate(getBox)).toEqual([28, 28]);
    await expect.poll(() => inFrame.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(128);
    expect(await inFrame.evaluate(getBox)).toEqual([28, 28]);
    await owner.http.submit("/m/new", 'name="timeZone"', { name: "Café Sol" });
    await page.goto("/m");
    await page.locator("main img").waitFor();
    await page.goto(general);
    await page.getByRole("button", { name: labels.removeLogo }).click();
    await page.waitForURL(/saved=1/);
    await inFrame.waitFor({ state: "detached" });
  });
});

test("a new name and color are in the frame as soon as they are saved", async () => {
  const owner = await merchantOwner("Café Luna");
  const { page } = await openBrowserAs(owner.http);
  await page.goto(`${owner.path}/settings/general`);
  await page.getByLabel(en.general.name).fill("Café Sol");
  await page.getByLabel(en.general.color, { exact: true }).fill("#aa0000");
  await page.getByRole("button", { name: en.general.save, exact: true }).click();
  await page.locator("header").getByText("Café Sol").waitFor();
  const accent = await page
    .locator("#content")
    .evaluate((main) => getComputedStyle(main).getPropertyValue("--accent"));
  expect(accent).toContain("rgb(170 0 0)");
});

test("the file is for members alone, kept by browsers for as long as it is the same, and never by anybody between", async () => {
  const owner = await merchantOwner("Café Luna");
  const { page } = await openBrowserAs(owner.http);
  await page.goto(`${owner.path}/settings/general`);
  await page.getByLabel(labels.logoNew).setInputFiles(file("luna.png", picture));
  await page.getByRole("button", { name: labels.saveLogo }).click();
  const shown = page.getByRole("img", { name: `Logo of Café Luna` });
  const address = (await shown.getAttribute("src")) ?? "";
  const cashier = await teammate(owner, "cashier");
  const answer = await cashier.http.request(address);
  expect([answer.status, answer.headers.get("content-type"), answer.headers.get("cache-control")]).toEqual([
    200,
    "image/png",
    "private, max-age=31536000, immutable",
  ]);
  expect(await sharp(await answer.arrayBuffer()).metadata()).toMatchObject({
    width: 512,
    height: 256,
    hasAlpha: true,
  });
  const unversioned = await cashier.http.request(`${owner.path}/logo.png`);
  expect(unversioned.headers.get("cache-control")).toBe("private, no-cache");
  const external = await signedUp();
  expect((await external.http.request(address)).status).toBe(404);
  await cashier.remove();
  expect((await cashier.http.request(address)).status).toBe(404);
});

test("other forms stay as short as they were, with a length told or without", async () => {
  const owner = await merchantOwner();
  const post = (path: string, init: RequestInit) =>
    owner.http.request(path, { method: "POST", headers: { "content-type": "text/plain" }, ...init });
  const chunked = () => ({
    body: new ReadableStream({
      start(controller) {
        for (let sent = 0; sent < 1.5 * megabyte; sent += 65_536) controller.enqueue(new Uint8Array(65_536));
        controller.close();
      },
    }),
    duplex: "half" as const,
  });
  expect((await post(`${owner.path}/links/new`, { body: "x".repeat(1.5 * megabyte) })).status).toBe(413);
  expect((await post(`${owner.path}/links/new`, chunked())).status).toBe(413);
  expect((await post(`${owner.path}/settings/general`, chunked())).status).toBeLessThan(413);
});
