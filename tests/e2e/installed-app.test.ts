import { expect, test } from "vitest";
import { openBrowserAs } from "@/tests/support/browser";
import { connectedOwner, makeLink } from "@/tests/support/people";
import { watchSharing } from "@/tests/support/sharing";
import { english as labels } from "./labels";

test("an installed app gives files to the share menu, and stays on its page", async () => {
  const owner = await connectedOwner();
  const link = await makeLink(owner, { amount: "12.50", description: "Two coffees" });
  const { page, context } = await openBrowserAs(owner.http);
  await watchSharing(context, "files");
  await context.addInitScript(() => {
    const { matchMedia } = window;
    // No browser of a test is installed.
    window.matchMedia = (query) => matchMedia(query.replace("(display-mode: standalone)", "all"));
  });
  const shared = async () => (await page.evaluate(() => window.outbox.shares)).flatMap(({ files }) => files);

  // The script for it is loaded a moment later.
  await page.goto(`${link}/qr`, { waitUntil: "networkidle" });
  await page.getByRole("button", { name: labels.downloadPng }).click();
  await expect
    .poll(shared)
    .toEqual([expect.objectContaining({ type: "image/png", name: `${link.split("/").at(-1)}.png` })]);
  expect(new URL(page.url()).pathname).toBe(`${link}/qr`);

  await page.goto(`${owner.path}/links`, { waitUntil: "networkidle" });
  await page.locator("a[download]").first().click();
  await expect.poll(shared).toEqual([
    expect.objectContaining({
      type: expect.stringMatching(/^text\/csv/),
      name: expect.stringMatching(/\.csv$/),
    }),
  ]);
});
