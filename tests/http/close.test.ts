import { expect, test } from "vitest";
import { en } from "@/lib/i18n/messages/en/catalogue";
import { connectedOwner, expectRedirect, makeLink } from "@/tests/support/people";
import { asSuperuser, teammate } from "@/tests/support/roles";

test("without scripts, a day is closed: what is open is marked, undone, cancelled, and the sums say so", async () => {
  const owner = await connectedOwner();
  const { http, path } = owner;
  for (const amount of ["10", "20", "40"]) await makeLink(owner, { amount, description: `For ${amount}` });
  const open = `${path}/close/open`;
  expect(await http.html(`${path}/close`)).toContain("Go through the 3 that are still open");
  const first = await http.html(open);
  expect(first).toContain("For 10");
  expect(first).toContain("https://wa.me/");
  const marked = expectRedirect(await http.submit(open, en.paid.mark, {}), open);
  expect(await http.html(marked)).toContain("For 20");
  const back = expectRedirect(await http.submit(marked, en.close.undo, {}), open);
  expect(await http.html(back)).toContain("For 10");
  const again = expectRedirect(await http.submit(back, en.paid.mark, {}), open);
  const cancelled = expectRedirect(await http.submit(again, 'name="reason"', {}), open);
  const last = await http.html(cancelled);
  expect(last).toContain(en.close.justCancelled);
  expect(last).toContain("For 40");
  const file = await (await http.request(`${path}/close/export.csv`)).text();
  expect(file).toMatch(/,made,3,70\.00\r?\n.*,(?:open|cancelled|marked_paid),1,/);

  // A day that has not come, and somebody unknown, are sentences; a cashier with their own links has these alone.
  expect(await http.html(`${path}/close?day=2999-01-01`)).toContain("this day has not come yet");
  expect(await http.html(`${path}/close?person=${crypto.randomUUID()}`)).toContain("we do not know this one");
  expect((await http.request(`${path}/close/export.csv?from=25:00`)).status).toBe(400);
  await asSuperuser("UPDATE merchants SET cashiers_own_links = true WHERE slug = $1", [owner.slug]);
  const cashier = await teammate(owner, "cashier");
  expect(await cashier.http.html(`${path}/close`)).toContain(en.close.nothingTitle);
  expect(await cashier.http.html(open)).toContain("No link of this time is still open.");
  expect((await cashier.http.request(`${path}/close/export.csv`)).status).toBe(403);
});
