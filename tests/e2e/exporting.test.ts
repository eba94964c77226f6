import { readFile } from "node:fs/promises";
import { afterEach, expect, test } from "vitest";
import { en } from "@/lib/i18n/messages/en/catalogue";
import { openBrowserAs } from "@/tests/support/browser";
import { connectedOwner, makeLink } from "@/tests/support/people";
import { asSuperuser, withSuperuser } from "@/tests/support/roles";

/** A file's rows take a few seconds to be read, in which the rest of the portal goes on. */
const slowReading = `CREATE POLICY slow_export ON payment_links AS RESTRICTIVE FOR SELECT TO cobro_app
  USING (CASE WHEN current_query() LIKE '%date_part(%' THEN (SELECT pg_sleep(4)) IS NOT NULL ELSE true END)`;
const usualReading = "DROP POLICY IF EXISTS slow_export ON payment_links";
afterEach(() => asSuperuser(usualReading));

test("who exports sees how it goes on, until the file is complete, and can cancel it and begin again", async () => {
  const owner = await connectedOwner();
  await makeLink(owner, { amount: "12", description: "Flour" });
  const { page } = await openBrowserAs(owner.http);
  await page.goto(`${owner.path}/links`, { waitUntil: "networkidle" });
  const { exportRun, history } = en;
  const panel = page.getByRole("region", { name: exportRun.title });
  const status = panel.getByRole("status");

  const begun = page.waitForEvent("download");
  await page.getByRole("link", { name: history.export, exact: true }).click();
  await expect.poll(() => status.textContent()).toBe("The file is complete: 1 link.");
  expect(await readFile(await (await begun).path(), "utf8")).toContain("Flour");
  // It is still said after another page was looked at.
  await page.goto(`${owner.path}/overview`);
  await page.goto(`${owner.path}/links`);
  await expect.poll(() => status.textContent()).toBe("The file is complete: 1 link.");
  await panel.getByRole("button", { name: exportRun.close }).click();
  await expect.poll(() => panel.count()).toBe(0);

  await withSuperuser(async (admin) => {
    await admin.query(slowReading);
    await page.getByRole("link", { name: history.export, exact: true }).click();
    await panel.getByRole("progressbar").waitFor();
    await panel.getByRole("button", { name: exportRun.cancel }).click();
    await expect.poll(() => status.textContent()).toBe(exportRun.cancelled);
    await admin.query(usualReading);
  });
  await panel.getByRole("button", { name: exportRun.again }).click();
  await expect.poll(() => status.textContent()).toBe("The file is complete: 1 link.");
});
