import { expect, test } from "vitest";
import { en } from "@/lib/i18n/messages/en/catalogue";
import { setUpApp } from "@/tests/support/authenticator-app";
import { connectedOwner, expectRedirect, makeLink, signedUp } from "@/tests/support/people";
import { asSuperuser } from "@/tests/support/roles";

test("an operator with a second factor sees how merchants do, turns one off and on, and never sees a key", async () => {
  const cafe = await connectedOwner("Café of the operators");
  await makeLink(cafe, { amount: "2", description: "Nobody else's business" });
  const { http, person } = await signedUp();
  expect((await http.request("/admin")).status).toBe(404);
  await asSuperuser("UPDATE users SET operator_since = now() WHERE email = $1", [person.email]);
  expect((await http.request("/admin")).headers.get("location")).toContain(
    "/account/second-factor?next=%2Fadmin",
  );
  await setUpApp(http);

  // Others' merchants come before it in a database that tests share.
  const before = await asSuperuser("SELECT max(slug) AS slug FROM merchants WHERE slug < $1", [cafe.slug]);
  const page = `/admin?after=${before.rows[0].slug ?? ""}`;
  const html = await http.html(page);
  expect(html).toContain("Café of the operators");
  expect(html).toContain("1 link<");
  expect(html).not.toContain("Nobody else");
  const { rows: keys } = await asSuperuser(
    "SELECT last4 FROM api_keys JOIN merchants USING (merchant_id) WHERE slug = $1",
    [cafe.slug],
  );
  expect(html).not.toContain(keys[0].last4);
  // It opens nothing of the merchant's own.
  expect((await http.request(cafe.path)).status).toBe(404);

  const form = `name="slug" value="${cafe.slug}"`;
  await asSuperuser(
    "UPDATE sessions SET proven_at = now() - interval '1 hour' FROM users u WHERE u.id = user_id AND email = $1",
    [person.email],
  );
  expectRedirect(await http.submit(page, form, {}), "/account/confirm");
  await asSuperuser(
    "UPDATE sessions SET proven_at = now() FROM users u WHERE u.id = user_id AND email = $1",
    [person.email],
  );
  expectRedirect(await http.submit(page, form, {}), "/admin");
  expect((await cafe.http.request(`${cafe.path}/links`)).status).toBe(404);
  expect(await http.html(page)).toContain(en.operator.disabled);
  expectRedirect(await http.submit(page, form, {}), "/admin");
  expect((await cafe.http.request(`${cafe.path}/links`)).status).toBe(200);
  const limits = `name="linksPerHour"`;
  const wrong = await http.submit(page, limits, { slug: cafe.slug, linksPerHour: "many", people: "1" });
  expect(await wrong.text()).toContain(en.errors.limit_wrong);
  expectRedirect(
    await http.submit(page, limits, { slug: cafe.slug, linksPerHour: "", people: "1" }),
    "/admin",
  );
  const invited = await cafe.http.submit(`${cafe.path}/settings/team`, 'name="email"', {
    email: "guest@example.com",
    role: "viewer",
  });
  expect(await invited.text()).toContain(en.errors.team_full);
  const { rows } = await asSuperuser(
    `SELECT action, actor_id, details->>'operator' = users.id::text AS "isNamed" FROM audit_events
     JOIN merchants USING (merchant_id), users
     WHERE slug = $1 AND email = $2 AND action LIKE 'merchant.%abled' ORDER BY audit_events.id`,
    [cafe.slug, person.email],
  );
  expect(rows).toEqual([
    { action: "merchant.disabled", actor_id: null, isNamed: true },
    { action: "merchant.enabled", actor_id: null, isNamed: true },
  ]);
  // The operators' log has each with the request that the merchant's log has.
  const { rows: operations } = await asSuperuser(
    `SELECT o.action, o.target FROM operator_events o JOIN audit_events e ON e.merchant_id = about_merchant_id AND e.request_id = o.request_id
     WHERE o.operator = $1 AND e.actor_id IS NULL ORDER BY o.id`,
    [person.email],
  );
  expect(operations).toEqual([
    { action: "merchant_disabled", target: cafe.slug },
    { action: "merchant_enabled", target: cafe.slug },
    { action: "limits_changed", target: cafe.slug },
  ]);
  expect(await http.html(page)).toContain("changed the limits of");
});

test("an operator lets a job that has failed for good run again", async () => {
  const { http, person } = await signedUp();
  await asSuperuser("UPDATE users SET operator_since = now() WHERE email = $1", [person.email]);
  await setUpApp(http);
  const cafe = await connectedOwner("Café with a job");
  const { rows } = await asSuperuser(
    `SELECT id, merchant_id FROM merchants, graphile_worker.add_job('no-such-task',
       json_build_object('secret', 'in the job', 'merchantId', merchant_id), max_attempts => 1) WHERE slug = $1`,
    [cafe.slug],
  );
  await asSuperuser(
    "UPDATE graphile_worker._private_jobs SET attempts = 1, last_error = 'it <broke>' WHERE id = $1",
    [rows[0].id],
  );
  const html = await http.html("/admin");
  expect(html).toContain("it &lt;broke&gt;");
  expect(html).not.toContain("in the job");
  expectRedirect(await http.submit("/admin", `name="job" value="${rows[0].id}"`, {}), "/admin");
  const after = await asSuperuser("SELECT attempts FROM graphile_worker.jobs WHERE id = $1", [rows[0].id]);
  expect(after.rows).toEqual([{ attempts: 0 }]);
  const told = await asSuperuser(
    `SELECT o.target, e.details ->> 'name' AS task FROM operator_events o
     JOIN audit_events e ON e.merchant_id = about_merchant_id AND e.request_id = o.request_id WHERE e.action = 'merchant.job_retried' AND o.operator = $1`,
    [person.email],
  );
  expect(told.rows).toEqual([{ target: rows[0].id, task: "no-such-task" }]);
  await asSuperuser("DELETE FROM graphile_worker._private_jobs WHERE id = $1", [rows[0].id]);
});
