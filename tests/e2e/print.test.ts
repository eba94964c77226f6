import { decode, encode } from "fast-png";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { en } from "@/lib/i18n/messages/en/catalogue";
import { printLabels } from "@/lib/i18n/print-labels";
import { papers, posterPapers } from "@/lib/rendering/print/paper";
import { insertLogo } from "@/tests/fixtures/merchant-logo";
import { openBrowserAs, seenText } from "@/tests/support/browser";
import { desk } from "@/tests/support/devices";
import { connectedOwner, makeLink, type Owner } from "@/tests/support/people";
import { upstreamPublicUrl } from "@/tests/support/portal";
import { qrReaders } from "@/tests/support/qr-readers";
import { asSuperuser, teammate, withSuperuser } from "@/tests/support/roles";

const content = { amount: "25000.50", description: "Breakfast for two, with coffee and juice" };
const pointsPerMillimetre = 72 / 25.4;

test("a poster prints as one page of its paper, in the customers' language, with a code that is read", async () => {
  const owner = await connectedOwner("Café Luna");
  await setBrand(owner, { color: "#0f766e", hasLogo: true });
  const linkPath = await makeLink(owner, content);
  const { page, expectConsole } = await openBrowserAs(owner.http, { ...desk, deviceScaleFactor: 2 });
  // The poster's style is asked for before it is drawn, which takes seconds where other tests keep the processors busy.
  expectConsole(/preloaded using link preload but not used within a few seconds/);
  await page.goto(linkPath);
  await page.getByRole("link", { name: en.print.posterTitle }).click();
  await page.waitForURL(`**${linkPath}/poster`);
  expect(await seenText(page.locator("main"))).toContain(en.print.readBack);
  for (const paper of posterPapers) {
    await page.getByRole("link", { name: en.print.papers[paper], exact: true }).click();
    await page.locator(`[data-paper=${paper}]`).waitFor();
    await expectPoster(page, await getAddress(owner), "es");
    expect(listPages(await page.pdf({ preferCSSPageSize: true, printBackground: true }))).toEqual([paper]);
    const pdf = await fileBehind(page, en.print.pdf);
    expect(listPages(pdf)).toEqual([paper]);
    expect(listFonts(pdf)).toEqual(expect.arrayContaining(["Figtree-Bold", "RobotoMono-Regular"]));
  }
  await page.getByRole("link", { name: "English", exact: true }).click();
  await page.getByText(printLabels("en").scan).waitFor();
  await expectPoster(page, await getAddress(owner), "en");
});

test("nothing of the portal is on paper but the poster, and its button prints", async () => {
  const owner = await connectedOwner("Café Luna");
  const linkPath = await makeLink(owner, content);
  const { page } = await openBrowserAs(owner.http);
  await page.addInitScript(() => {
    window.print = () => document.body.setAttribute("data-printed", "yes");
  });
  await page.goto(`${linkPath}/poster?paper=a6`);
  await page.getByRole("button", { name: en.print.print }).click();
  expect(await page.getAttribute("body", "data-printed")).toBe("yes");
  await page.emulateMedia({ media: "print" });
  const seen = await page
    .locator("body :visible")
    .evaluateAll(
      (all) =>
        all.filter((one) => !one.closest(".printed-page") && !one.querySelector(".printed-page")).length,
    );
  expect(seen).toBe(0);
  const { x, y } = (await page.locator(".printed-page").boundingBox()) ?? {};
  expect([x, y]).toEqual([0, 0]);
});

test("codes as files: any size, for paper too, in the merchant's color and logo where they are read", async () => {
  const owner = await connectedOwner("Café Luna");
  const linkPath = await makeLink(owner, content);
  const address = await getAddress(owner);
  await setBrand(owner, { color: "#be123c", hasLogo: true });
  const { page, expectStatus } = await openBrowserAs(owner.http);
  await page.goto(`${linkPath}/qr`);
  await page.getByRole("link", { name: en.print.looks.brand }).click();
  await page.getByText(en.print.readBack).waitFor();
  await page.getByLabel(en.print.size).fill("700");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: en.print.png }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.png$/);
  const branded = await fileAt(page, `${linkPath}/qr.png?size=700&look=brand`);
  expect(decode(branded).width).toBe(700);
  expect(getColors(branded)).toEqual(expect.arrayContaining(["be123c", "1d4ed8"]));
  await expectRead(branded, address);
  await expectRead(
    await drawnSvg(page, await fileAt(page, `${linkPath}/qr.svg?look=brand&use=print`)),
    address,
  );

  await setBrand(owner, { color: "#fde68a", hasLogo: false });
  await page.goto(`${linkPath}/qr?look=brand`);
  await page.getByText(en.print.colorRefused).waitFor();
  const pale = await fileAt(page, `${linkPath}/qr.png?size=700&look=brand`);
  expect(getColors(pale)).toEqual(expect.arrayContaining(["000000", "f59e0b"]));
  expect(getColors(pale)).not.toContain("fde68a");
  await expectRead(pale, address);

  expectStatus(400);
  for (const query of ["size=99", "size=2049", "size=1e3", "size=", "use=poster", "look=neon"]) {
    const answer = await page.request.get(`${linkPath}/qr.png?${query}`);
    expect(`${answer.status()} ${query}`).toBe(`400 ${query}`);
    expect(await answer.text()).toMatch(/from 100 to 2048 pixels/);
  }
});

test("a link that cannot be paid is not printed, and the page says why", async () => {
  const owner = await connectedOwner("Café Luna");
  const inactive = await makeLink(owner, content);
  await asSuperuser("UPDATE payment_links SET active = false WHERE id = $1", [inactive.split("/").at(-1)]);
  const { page, expectStatus } = await openBrowserAs(owner.http);
  expectStatus(404);
  for (const path of [`${inactive}/poster`, `${inactive}/qr`]) {
    await page.goto(path);
    expect(await seenText(page.locator("main"))).toContain(en.print.inactiveTitle);
  }
  for (const file of ["qr.svg", "qr.png", "poster.pdf"]) {
    expect((await page.request.get(`${inactive}/${file}`)).status(), file).toBe(404);
  }
  await page.goto(inactive);
  expect(await page.getByRole("link", { name: en.print.posterTitle }).count()).toBe(0);
  await page.goto(`${owner.path}/links/sheet`);
  expect(await seenText(page.locator("main"))).toContain(en.print.noCodesTitle);
});

test("sheets have what was chosen: the newest, all, or those that were picked, in the file too", async () => {
  const owner = await connectedOwner("Café Luna");
  for (let number = 1; number <= 23; number++)
    await makeLink(owner, { amount: `${number}.00`, description: `Table ${number}` });
  const { page } = await openBrowserAs(owner.http, desk);
  await page.goto(`${owner.path}/links/sheet`);
  const codes = page.locator(".printed-page").getByRole("img");
  expect(await codes.count()).toBe(21);
  await page.getByRole("link", { name: "All 23" }).click();
  await expect.poll(() => codes.count()).toBe(23);
  expect(listPages(await fileBehind(page, en.print.pdf))).toHaveLength(2);
  await page.getByRole("link", { name: en.print.pick }).click();
  await page.waitForURL("**/sheet/pick?*");
  for (const box of await page.getByRole("checkbox").all()) await box.uncheck();
  for (const description of ["Table 2", "Table 22"])
    await page.getByRole("listitem").getByText(description, { exact: true }).click();
  await page.getByRole("button", { name: en.print.showPicked }).click();
  await expect.poll(() => codes.count()).toBe(2);
  const text = (await page.locator(".printed-page").textContent()) ?? "";
  expect([text.includes("Table 22"), text.includes("Table 3")]).toEqual([true, false]);
  // Another paper has the same links.
  await page.getByRole("link", { name: "Letter" }).click();
  await page.waitForURL(/paper=letter/);
  expect(await codes.count()).toBe(2);
  expect(listPages(await fileBehind(page, en.print.pdf))).toEqual(["letter"]);
});

test("a sheet has the codes of the history as it is filtered, for every role", async () => {
  const owner = await connectedOwner("Café Luna");
  const wanted = ["Table 1", "Table 2", "Table 3"];
  for (const description of [...wanted, "Something else"])
    await makeLink(owner, { amount: "10.00", description });
  const addresses = (await owner.account.links())
    .filter(({ description }) => wanted.some((one) => description?.startsWith(one)))
    .map(({ id }) => `${upstreamPublicUrl}/link/${id}`);
  const viewer = await teammate(owner, "viewer");
  const { page } = await openBrowserAs(viewer.http, { ...desk, deviceScaleFactor: 2 });
  await page.goto(`${owner.path}/links?q=table`);
  await page.getByRole("link", { name: en.print.printMany }).click();
  await page.waitForURL("**/links/sheet?q=table");
  const text = (await page.locator(".printed-page").textContent()) ?? "";
  for (const one of wanted) expect(text).toContain(one);
  expect(text).not.toContain("Something else");
  // In its true size, as on paper.
  await page.emulateMedia({ media: "print" });
  const codes = await page.getByRole("img", { name: /QR/ }).all();
  const read = await Promise.all(codes.map(async (code) => qrReaders.zxing(await code.screenshot())));
  expect(read.sort()).toEqual(addresses.sort());
  expect(listPages(await page.pdf({ preferCSSPageSize: true }))).toEqual([
    expect.stringMatching(/a4|letter/),
  ]);
  // On paper, links are not marked.
  await page.emulateMedia({ media: null });
  expect(listPages(await fileBehind(page, en.print.pdf))).toHaveLength(1);
});

async function expectPoster(page: Page, address: string, language: "es" | "en"): Promise<void> {
  const poster = page.locator(".printed-page");
  const labels = printLabels(language);
  const text = ((await poster.textContent()) ?? "").replaceAll(/\s+/g, "");
  for (const part of ["Café Luna", labels.scan, "25", content.description, address, "TEST"]) {
    expect(text).toContain(part.replaceAll(" ", ""));
  }
  await expectRead(await page.getByRole("img", { name: labels.code }).screenshot(), address);
}

async function getAddress({
  account,
}: {
  account: { links: () => Promise<{ id: string }[]> };
}): Promise<string> {
  return `${upstreamPublicUrl}/link/${(await account.links())[0]?.id}`;
}

async function expectRead(png: Uint8Array, address: string): Promise<void> {
  for (const [name, read] of Object.entries(qrReaders)) expect(await read(png), name).toBe(address);
}

async function fileAt(page: Page, path: string): Promise<Buffer> {
  const answer = await page.request.get(path);
  expect(answer.status()).toBe(200);
  return answer.body();
}

async function fileBehind(page: Page, name: string): Promise<Buffer> {
  return fileAt(page, (await page.getByRole("link", { name }).getAttribute("href")) ?? "");
}

async function drawnSvg(page: Page, svg: Buffer): Promise<Buffer> {
  const drawing = await page.context().newPage();
  await drawing.setContent(`<img src="data:image/svg+xml;base64,${svg.toString("base64")}" width="390">`);
  const png = await drawing.screenshot();
  await drawing.close();
  return png;
}

/** The paper size of each page of a PDF, from the sizes in the file. */
function listPages(pdf: Buffer): (string | undefined)[] {
  const text = pdf.toString("latin1");
  expect(text.slice(0, 5)).toBe("%PDF-");
  const sizes = [...text.matchAll(/\/MediaBox ?\[ ?0 0 ([\d.]+) ([\d.]+) ?\]/g)];
  return sizes.map(([, width, height]) => {
    const isNear = (points: string | undefined, millimetres: number) =>
      Math.abs(Number(points) / pointsPerMillimetre - millimetres) < 0.5;
    return posterPapers.find(
      (paper) => isNear(width, papers[paper].width) && isNear(height, papers[paper].height),
    );
  });
}

function listFonts(pdf: Buffer): string[] {
  return [...pdf.toString("latin1").matchAll(/\/FontName \/[A-Z]{6}\+([\w-]+)/g)].map(
    ([, name = ""]) => name,
  );
}

function getColors(png: Buffer): string[] {
  const { data, palette, channels } = decode(png);
  if (palette) return palette.map((color) => Buffer.from(color.slice(0, 3)).toString("hex"));
  const found = new Set<string>();
  for (let at = 0; at < data.length; at += channels) {
    found.add(Buffer.from([data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0]).toString("hex"));
  }
  return [...found];
}

/** Sets a merchant's color and logo (a blue square), as its settings would. */
async function setBrand({ slug }: Owner, brand: { color: string; hasLogo: boolean }): Promise<void> {
  const size = 64;
  const data = new Uint8Array(size * size * 3);
  for (let at = 0; at < data.length; at += 3) data.set([0x1d, 0x4e, 0xd8], at);
  const png = Buffer.from(encode({ width: size, height: size, data, channels: 3 }));
  const version = brand.hasLogo ? crypto.randomUUID().slice(0, 16) : null;
  await asSuperuser(
    "UPDATE merchants SET color = $2, logo_version = $3, customer_languages = $4 WHERE slug = $1",
    [slug, brand.color, version, ["es", "en"]],
  );
  const { rows } = await asSuperuser("SELECT merchant_id FROM merchants WHERE slug = $1", [slug]);
  const { merchant_id } = rows[0];
  if (version === null) {
    await asSuperuser("DELETE FROM merchant_logos WHERE merchant_id = $1", [merchant_id]);
    return;
  }
  const logo = { merchant_id, png, icon: png, width: size, height: size, version };
  await withSuperuser((admin) => insertLogo(admin, logo));
}
