import { expect, test } from "vitest";
import { en } from "@/lib/i18n/messages/en/catalogue";
import { connectedOwner } from "@/tests/support/people";

test("the installed app's shortcuts and shared texts lead to the merchant", async () => {
  const { http, path } = await connectedOwner();
  const manifest = await (await http.request("/manifest.webmanifest")).json();
  const names = manifest.shortcuts.map(({ name }: { name: string }) => name);
  expect(names).toEqual([en.newLink.title, en.nav.history]);
  const follow = async (address: string) => {
    const { headers, url } = await http.request(address);
    const { pathname, search } = new URL(headers.get("location") ?? "", url);
    return pathname + search;
  };
  const [toNew, toHistory] = manifest.shortcuts;
  expect(await follow(toNew.url)).toBe(`${path}/links/new`);
  expect(await follow(toHistory.url)).toBe(`${path}/links`);
  const { action, params } = manifest.share_target;
  const shared = await follow(`${action}?${params.text}=${encodeURIComponent("Two coffees & cake")}`);
  expect(shared).toBe(`${path}/links/new?description=Two%20coffees%20%26%20cake`);
  expect(await http.html(shared)).toContain('value="Two coffees &amp; cake"');
});
