import { expect, test } from "vitest";
import { en } from "@/lib/i18n/messages/en/catalogue";
import { connectedOwner, makeLink } from "@/tests/support/people";
import { asSuperuser, teammate } from "@/tests/support/roles";

test("without scripts, a search is saved as a view, opened by its name, and removed", async () => {
  const owner = await connectedOwner();
  const { http, path } = owner;
  await makeLink(owner, { amount: "12.50", description: "Torta" });
  const all = `${path}/links`;
  const searched = `${all}?q=torta&state=open`;
  expect(await http.html(all)).not.toContain(en.views.save);

  const refused = await (await http.submit(searched, 'name="viewName"', { viewName: " " })).text();
  expect(refused).toContain(en.errors.view_name_missing);
  const saved = await http.submit(searched, 'name="viewName"', { viewName: "Tortas <abiertas>" });
  expect(saved.status).toBe(200);

  const page = await http.html(all);
  expect(page).toContain("Tortas &lt;abiertas&gt;");
  expect(page).toContain(`href="${searched.replace("&", "&amp;")}"`);
  const shown = await http.html(`${searched}&sort=newest`);
  expect(shown).toContain('aria-current="page"');
  expect(shown).not.toContain(en.views.save);
  expect(await (await teammate(owner, "admin")).http.html(all)).not.toContain("Tortas");

  // A view may be of a person whose links one may not see any more. It shows nothing, and can be removed.
  const gone = `creator=${crypto.randomUUID()}`;
  await http.submit(`${all}?q=b`, 'name="viewName"', { viewName: "De Lía" });
  await asSuperuser("UPDATE saved_views SET query = $1 WHERE name = 'De Lía'", [gone]);
  const unreadable = await http.html(`${all}?${gone}`);
  expect(unreadable).not.toContain(en.views.save);
  await http.submit(`${all}?${gone}`, en.views.remove, {});
  expect(await http.html(all)).not.toContain("De Lía");

  await http.submit(searched, en.views.remove, {});
  expect(await http.html(all)).not.toContain("Tortas");
});
