import { expect, test } from "vitest";
import { en } from "@/lib/i18n/messages/en/catalogue";
import { connectedOwner, nobody } from "@/tests/support/people";

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
  const pictures = [...manifest.icons, ...manifest.screenshots].map(({ src }: { src: string }) => src);
  expect(pictures).toHaveLength(5);
  for (const picture of pictures) expect((await http.request(picture)).status).toBe(200);
  const [toNew, toHistory] = manifest.shortcuts;
  expect(await follow(toNew.url)).toBe(`${path}/links/new`);
  expect(await follow(toHistory.url)).toBe(`${path}/links`);
  const { action, params } = manifest.share_target;
  const shared = await follow(`${action}?${params.text}=${encodeURIComponent("Two coffees & cake")}`);
  expect(shared).toBe(`${path}/links/new?description=Two%20coffees%20%26%20cake`);
  expect(await http.html(shared)).toContain('value="Two coffees &amp; cake"');
});

test("what is shared while nobody is signed in is in the form after the sign-in, as far as it fits", async () => {
  const { person, path } = await connectedOwner();
  const toPath = ({ headers, url }: Response) => {
    const { pathname, search } = new URL(headers.get("location") ?? "", url);
    return pathname + search;
  };
  for (const text of ["Two coffees & cake", "Торт «Прага» 🎂 ".repeat(40)]) {
    const http = nobody();
    const signIn = toPath(await http.request(`/?text=${encodeURIComponent(text)}`));
    expect(signIn).toMatch(/^\/login\?next=/);
    const { email, password } = person;
    const after = toPath(await http.submit(signIn, 'name="password"', { email, password }));
    const form = toPath(await http.request(after));
    const description = new URLSearchParams(form.split("?")[1]).get("description") ?? "";
    expect(form.startsWith(`${path}/links/new?`)).toBe(true);
    expect(text.startsWith(description)).toBe(true);
    expect(description.length).toBeGreaterThan(Math.min(text.length, 200) - 1);
    await http.html(form);
  }
});
