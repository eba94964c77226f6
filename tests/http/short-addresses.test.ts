import { request } from "node:http";
import { expect, test } from "vitest";
import { en } from "@/lib/i18n/messages/customer/en";
import { es } from "@/lib/i18n/messages/customer/es";
import { pt } from "@/lib/i18n/messages/customer/pt";
import { en as english } from "@/lib/i18n/messages/en/catalogue";
import { browsers, programs } from "@/tests/fixtures/user-agents";
import { connectedOwner, makeLink, nobody } from "@/tests/support/people";
import { upstreamPublicUrl } from "@/tests/support/portal";
import { asSuperuser, withSuperuser } from "@/tests/support/roles";

test("a short address leads to the pay page however it was copied, and what leads nowhere says so", async () => {
  const owner = await connectedOwner("Café Luna");
  const path = await makeLink(owner, { amount: "12.50", description: "Torta" });
  const id = path.split("/").at(-1);
  const { rows } = await asSuperuser("SELECT code FROM payment_links WHERE id = $1", [id]);
  const code: string = rows[0].code;
  const [made] = await owner.account.links();
  const customer = nobody();
  const go = (path: string, language = "en", method = "GET", agent = "curl/8.5.0") =>
    customer.request(`/p/${path}`, { method, headers: { "accept-language": language, "user-agent": agent } });
  const messenger = programs.WhatsApp ?? "";

  const lookAlike = code.toUpperCase().replaceAll("0", "O").replaceAll("1", "l");
  for (const written of [code, code.toUpperCase(), lookAlike, `${code}.`, `${code})`, `%28${code}%29`]) {
    for (const method of ["GET", "HEAD"]) {
      const answer = await go(written, "en", method);
      const names = ["location", "cache-control", "referrer-policy", "x-frame-options"];
      const told = names.map((name) => answer.headers.get(name));
      expect([answer.status, ...told], `${method} ${written}`).toEqual([
        302,
        `${upstreamPublicUrl}/link/${made?.id}`,
        "no-store",
        "no-referrer",
        "DENY",
      ]);
      expect(answer.headers.get("content-security-policy")).toContain("default-src 'self'");
      expect(answer.headers.getSetCookie()).toEqual([]);
    }
  }

  // A messenger is told what it is about, with a picture, and no more than anybody of what cannot be paid.
  const preview = await (await go(code, "es", "GET", messenger)).text();
  for (const part of ['property="og:title" content="Pagar ', "Café Luna", "Torta", es.message.notReal])
    expect(preview).toContain(part);
  const [, picture = ""] = /og:image" content="([^"]+)"/.exec(preview) ?? [];
  const drawn = await customer.request(new URL(picture).pathname);
  expect([drawn.status, drawn.headers.get("content-type")]).toEqual([200, "image/png"]);
  expect((await drawn.arrayBuffer()).byteLength).toBeLessThan(100_000);
  const tellsNothing = async (toCode: string, like: string) => {
    const [asMessenger, asPerson] = [await go(toCode, "es", "GET", messenger), await go(toCode, "es")];
    expect([asMessenger.status, await asMessenger.text()], like).toEqual([
      asPerson.status,
      await asPerson.text(),
    ]);
    expect((await customer.request(`/p/${toCode}/picture.png`)).status, like).toBe(404);
  };
  await tellsNothing("0".repeat(12), "one that never was");

  // A person who opens it is counted; whoever looks at the headers, loads it in advance or works here is not.
  const phone = { "user-agent": browsers["Safari iPhone"] ?? "" };
  await asSuperuser("UPDATE merchants SET short_addresses = true WHERE slug = $1", [owner.slug]);
  expect(await owner.http.html(path)).toContain(english.opened.never);
  const open = (headers: Record<string, string>, method = "GET") =>
    askAsBrowser(`${customer.origin}/p/${code}`, { method, headers: { ...phone, ...headers } });
  const cookie = owner.http.browserCookies().map(({ name, value }) => `${name}=${value}`);
  await open({}, "HEAD");
  await open({ "sec-purpose": "prefetch;prerender" });
  await open({ cookie: cookie.join("; ") });
  expect(await open({ "sec-fetch-mode": "navigate" })).toBe(302);
  const count = async () => (await owner.http.request(`${path}/opened`)).json();
  await expect.poll(count).toEqual({ count: 1 });
  expect(await owner.http.html(path)).toMatch(/Opened (?:now|\d+ seconds? ago)/);

  const never = "0".repeat(12);
  const said = async (path: string, language?: string) => {
    const answer = await go(path, language);
    return [answer.status, answer.headers.get("cache-control"), await answer.text()] as const;
  };
  for (const [language, words] of [
    ["en-US", en],
    ["es-CR", es],
    ["pt-BR", pt],
  ] as const) {
    expect(await said(never, language)).toEqual([
      404,
      "no-store",
      expect.stringContaining(words.address.noneTitle),
    ]);
  }
  expect((await go(never, "en", "HEAD")).status).toBe(404);
  const noneInSpanish = [404, "no-store", (await said(never, "es"))[2]];
  for (const odd of ["%ff", "%00", "x", "a".repeat(3_000), `${code}a`, `${code}/more`, ""])
    expect(await said(odd, "es"), odd.slice(0, 20)).toEqual(noneInSpanish);
  for (const spoiled of [`/P/${code.toUpperCase()}/`, `/p/${code}%`, `/p/${code}%BB`, `/p/.../${code}%00`])
    expect((await customer.request(spoiled)).status, spoiled).toBe(302);
  for (const method of ["POST", "PUT", "DELETE"]) {
    const refused = await go(code, "es", method);
    expect([refused.status, refused.headers.get("allow")], method).toEqual([405, "GET, HEAD, OPTIONS"]);
  }

  // Whoever tries many codes is told to wait, and somebody beside them still gets where their own code leads.
  const guest = nobody();
  const statuses: number[] = [];
  for (let at = 0; at < 61; at++) statuses.push((await guest.request(`/p/${never}`)).status);
  expect([statuses[59], statuses[60]]).toEqual([404, 429]);
  expect((await guest.request(`/p/${code}`)).status).toBe(302);

  // An old code after the business's name and address changed; one that is marked as paid, with a way on.
  await asSuperuser("UPDATE merchants SET name = 'Café Sol', tells_marked = true WHERE slug = $1", [
    owner.slug,
  ]);
  expect((await go(code)).status).toBe(302);
  const mark =
    "UPDATE payment_links SET marked_paid_at = now(), marked_paid_by_id = created_by_id WHERE id = $1";
  await asSuperuser(mark, [id]);
  const [markedStatus, , marked] = await said(code, "es");
  expect([markedStatus, marked]).toEqual([200, expect.stringContaining(es.address.markedTitle)]);
  expect(marked).toContain("Café Sol");
  expect((await go(/href="\/p\/([^"]+)"/.exec(marked)?.[1] ?? "")).status).toBe(302);
  await tellsNothing(code, "one that is marked as paid");
  await asSuperuser(mark.replace("now()", "NULL").replace("created_by_id", "NULL"), [id]);
  await asSuperuser("UPDATE merchants SET name = 'Café Luna' WHERE slug = $1", [owner.slug]);

  // A link that was cancelled, and one that another replaced.
  const page = await owner.http.html(path);
  expect(page).toContain("Cancel link");
  const newPath = await makeLink(owner, { amount: "1.25", description: "Torta" });
  const newCode = await asSuperuser("SELECT code FROM payment_links WHERE id = $1", [
    newPath.split("/").at(-1),
  ]);
  await asSuperuser("UPDATE payment_links SET points_to_code = $2 WHERE id = $1", [id, newCode.rows[0].code]);
  const pointedTo = (await go(code)).headers.get("location");
  expect(pointedTo).toContain(`${upstreamPublicUrl}/link/`);
  expect(pointedTo).not.toBe(`${upstreamPublicUrl}/link/${made?.id}`);
  expect(await owner.http.html(path)).toContain(english.point.pointed);
  await asSuperuser("UPDATE payment_links SET points_to_code = NULL WHERE id = $1", [id]);
  await asSuperuser(
    `UPDATE payment_links SET cancelled_at = now(), cancelled_by_id = created_by_id, cancel_reason = 'replaced',
       leads_to_code = $2 WHERE id = $1`,
    [id, newCode.rows[0].code],
  );
  const [status, storing, told] = await said(code, "es");
  expect([status, storing]).toEqual([410, "no-store"]);
  for (const part of ["Café Luna", es.address.cancelledTitle, `href="/p/${newCode.rows[0].code}"`])
    expect(told).toContain(part);
  expect(told).not.toContain(upstreamPublicUrl);
  await tellsNothing(code, "one that was cancelled");
  await asSuperuser(
    `UPDATE payment_links SET cancelled_at = NULL, cancelled_by_id = NULL, cancel_reason = NULL, leads_to_code = NULL
     WHERE id = $1`,
    [id],
  );

  // A link that has expired, which has no code to show or print either, however one asks for it.
  await asSuperuser("UPDATE payment_links SET expires_at = now() - interval '1 second' WHERE id = $1", [id]);
  for (const [language, words] of [
    ["es", es],
    ["en", en],
  ] as const) {
    const [status, storing, told] = await said(code, language);
    expect([status, storing]).toEqual([410, "no-store"]);
    for (const part of ["Café Luna", words.address.expiredTitle]) expect(told).toContain(part);
    expect(told).not.toContain(upstreamPublicUrl);
  }
  await tellsNothing(code, "one that has expired");
  const own = async (below: string, method = "GET") =>
    (await owner.http.request(`${path}${below}`, { method, headers: { "sec-fetch-site": "same-origin" } }))
      .status;
  for (const file of ["/qr.svg", "/qr.png", "/poster.pdf"]) expect(await own(file), file).toBe(404);
  expect([await own("/show"), await own("/shared?by=whatsapp", "POST")]).toEqual([307, 404]);
  for (const below of ["", "/qr", "/poster"])
    expect(await owner.http.html(`${path}${below}`)).not.toContain('aria-label="QR code"');
  const all = await owner.http.html(`${owner.path}/links/sheet`);
  expect(all).not.toContain(code);
  await asSuperuser("UPDATE payment_links SET expires_at = NULL WHERE id = $1", [id]);

  // A pay page that is a short address itself, and a business that is closed, are like a code that never was.
  const [, , text] = await said(never);
  await withSuperuser(async (admin) => {
    // Past the trigger that keeps a link's address.
    await admin.query("SET session_replication_role = replica");
    await admin.query("UPDATE payment_links SET url = $2 WHERE id = $1", [
      id,
      `${customer.origin}/p/${code}`,
    ]);
  });
  expect(await said(code)).toEqual([404, "no-store", text]);
  await asSuperuser("UPDATE merchants SET disabled_at = now() WHERE slug = $1", [owner.slug]);
  expect(await said(code)).toEqual([404, "no-store", text]);
  await tellsNothing(code, "one of a closed business");
});

/** Asks as a browser does, with these headers and no others: Node's fetch says of itself that it is a script's. */
function askAsBrowser(
  address: string,
  options: { method: string; headers: Record<string, string> },
): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = request(address, options, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    asked.on("error", reject).end();
  });
}
