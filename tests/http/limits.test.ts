import { expect, test } from "vitest";
import { en } from "@/lib/i18n/messages/en/catalogue";
import { connectedOwner, expectRedirect } from "@/tests/support/people";
import { asSuperuser } from "@/tests/support/roles";

test("a business that creates links without end is told to wait, keeps what was typed, and slows no other down", async () => {
  const [flooding, other] = [await connectedOwner("Café Luna"), await connectedOwner("Café Sol")];
  await asSuperuser(
    `INSERT INTO rate_limits (key, hits, window_ends_at)
     SELECT 'link:' || merchant_id, 300, now() + interval '1 minute' FROM merchants WHERE slug = $1`,
    [flooding.slug],
  );
  const link = { amount: "12.50", description: "Two coffees and a cake" };
  const refused = await flooding.http.submit(`${flooding.path}/links/new`, 'name="intentId"', link);
  const page = await refused.text();
  expect(page).toContain(en.errors.too_many_links);
  expect(page).toContain(link.description);
  expectRedirect(
    await other.http.submit(`${other.path}/links/new`, 'name="intentId"', link),
    `${other.path}/links/`,
  );
});
