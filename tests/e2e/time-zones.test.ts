import { expect, test } from "vitest";
import { addDays, dayAt, toMoment } from "@/lib/core/local-moment";
import { es } from "@/lib/i18n/messages/es/catalogue";
import { openBrowserAs } from "@/tests/support/browser";
import { connectedOwner, makeLink } from "@/tests/support/people";
import { asSuperuser } from "@/tests/support/roles";

test("a person far from the business reads its days, and beside its times their own, from the first HTML on", async () => {
  const zone = "America/Costa_Rica";
  const owner = await connectedOwner();
  const linkPath = await makeLink(owner, { amount: "12.50", description: "Cena" });
  await makeLink(owner, { amount: "7.00", description: "Almuerzo" });
  // Late in the evening of the business, which is the next morning in Madrid.
  const yesterday = addDays(dayAt(new Date(), zone), -1);
  await asSuperuser("UPDATE payment_links SET created_at = $2 WHERE id = $1", [
    linkPath.split("/").at(-1),
    toMoment(yesterday, "23:30", zone),
  ]);
  const madrid = { locale: "es-ES", timezoneId: "Europe/Madrid" };
  const { page, context } = await openBrowserAs(owner.http, madrid);
  const history = `${owner.path}/links`;
  const note = es.zone.note.split(".")[0] ?? "";
  // The browser says where it is, and the page is loaded again once.
  await page.goto(history);
  await page.getByText(note).waitFor();

  const without = await openBrowserAs(owner.http, { ...madrid, javaScriptEnabled: false });
  await without.context.addCookies(await context.cookies());
  await without.page.goto(history);
  await without.page.getByText(note).waitFor();
  const days = await without.page.getByRole("heading", { level: 2 }).allTextContents();
  expect(days).toEqual([expect.stringMatching(/^Hoy · /), expect.stringMatching(/^Ayer · /)]);
  // A day in the filter is one of the business.
  await without.page.goto(`${history}?from=${yesterday}&to=${yesterday}`);
  await without.page.getByText("Cena").waitFor();
  expect(await without.page.getByText("Almuerzo").count()).toBe(0);
  await without.page.goto(linkPath);
  await without.page
    .getByText(/23:30 \(\p{L}+, 0?[67]:30 donde usted está\)/u)
    .first()
    .waitFor();

  const [told] = (await context.cookies()).filter(
    ({ value }) => decodeURIComponent(value) === "Europe/Madrid",
  );
  if (!told) throw new Error("the zone was not told");
  for (const value of ["Mars/Base", "America%2FCosta_Rica", "%00", "x".repeat(3_000)]) {
    await without.context.addCookies([{ ...told, value }]);
    expect((await without.page.goto(history))?.status()).toBe(200);
    expect(await without.page.getByText(note).count(), value.slice(0, 20)).toBe(0);
  }
});
