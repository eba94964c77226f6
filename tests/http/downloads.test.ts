import { strFromU8, unzipSync } from "fflate";
import { afterEach, expect, test } from "vitest";
import { en } from "@/lib/i18n/messages/en/catalogue";
import { es } from "@/lib/i18n/messages/es/catalogue";
import { insertPaymentLinks } from "@/tests/fixtures/payment-link";
import { connectedOwner, makeLink, nobody } from "@/tests/support/people";
import { asSuperuser, withSuperuser } from "@/tests/support/roles";

// Files by their address: each is complete and correct, or is refused with a sentence.

const content = { amount: "1234.50", description: "Cafe;=1+1;" };

afterEach(() => asSuperuser("DROP POLICY IF EXISTS fail_reading ON payment_links"));

test("whoever is signed out gets a sentence, and never a page to save as a file", async () => {
  const owner = await connectedOwner();
  const link = await makeLink(owner, content);
  const visitor = nobody();
  for (const file of [
    ...["qr.png", "qr.svg", "poster.pdf"].map((name) => `${link}/${name}`),
    ...["links/export.csv", "links/sheet.pdf", "logo.png", "settings/audit/export.csv"].map(
      (name) => `${owner.path}/${name}`,
    ),
  ]) {
    for (const [language, words] of [["en-US", en] as const, ["es-CR", es] as const]) {
      const answer = await visitor.request(file, { headers: { "accept-language": language } });
      expect([answer.status, answer.headers.get("content-type")], file).toEqual([
        401,
        "text/plain; charset=utf-8",
      ]);
      expect(answer.headers.get("content-disposition"), file).toBeNull();
      expect(await answer.text(), file).toBe(words.download.signed_out);
    }
  }
});

test("a file has an address from before the business changed its own", async () => {
  const owner = await connectedOwner();
  const before = `${owner.path}/links/export.csv?for=excel`;
  const renamed = `${owner.slug}-new`;
  await asSuperuser("UPDATE merchants SET slug = $2 WHERE slug = $1", [owner.slug, renamed]);
  const answer = await owner.http.request(before);
  expect([answer.status, answer.headers.get("location")]).toEqual([
    307,
    `/m/${renamed}/links/export.csv?for=excel`,
  ]);
});

test("an export is as its reader's spreadsheet reads it, when asked for so", async () => {
  const owner = await connectedOwner();
  await makeLink(owner, content);
  const file = async (query: string, language: string) => {
    const headers = { "accept-language": language };
    return (await owner.http.request(`${owner.path}/links/export.csv${query}`, { headers })).text();
  };
  expect(await file("", "es-CR")).toMatch(/,America\/Costa_Rica,1234\.50,USD,"Cafe;'=1\+1;",/);
  expect(await file("?for=excel", "es-CR")).toMatch(/;America\/Costa_Rica;1234,50;USD;"Cafe;'=1\+1;";/);
  expect(await file("?for=excel", "en-US")).toMatch(/,America\/Costa_Rica,1234\.50,USD,"Cafe;'=1\+1;",/);
  expect(await file("", "en-US")).toMatch(/,open,test,/);
  const workbook = await owner.http.request(`${owner.path}/links/export.csv?for=xlsx`);
  expect(workbook.headers.get("content-disposition")).toMatch(/^attachment; filename="[\w-]+-links\.xlsx"$/);
  const sheet = unzipSync(new Uint8Array(await workbook.arrayBuffer()))["xl/worksheets/sheet1.xml"];
  expect(strFromU8(sheet ?? new Uint8Array())).toMatch(/<v>1234\.50<\/v>.*Cafe;=1\+1;/);
  const unknown = await owner.http.request(`${owner.path}/links/export.csv?for=lotus`);
  expect(unknown.status).toBe(400);
});

test("an export whose query fails is an error, or breaks off; it never passes for a whole file", async () => {
  const owner = await connectedOwner();
  await makeLink(owner, content);
  await copyLink(owner.slug, 2_500);
  const ask = () => owner.http.request(`${owner.path}/links/export.csv`);
  expect((await (await ask()).text()).trimEnd().split("\r\n")).toHaveLength(1 + 2_501);

  // From the second batch on, queries ask for what follows a link.
  await failReading(`current_query() NOT LIKE '%AND id < ''%'`);
  const broken = await ask();
  expect(broken.status).toBe(200);
  await expect(broken.text()).rejects.toThrow();

  await failReading("false");
  const failed = await ask();
  expect([failed.status, failed.headers.get("content-disposition")]).toEqual([500, null]);
  expect(await failed.text()).toBe(en.download.failed);
});

test("a filter that cannot be read is said, and nothing is shown or handed out in its place", async () => {
  const owner = await connectedOwner();
  await makeLink(owner, { ...content, description: "Breakfast" });
  const { not_a_day, not_in_list, too_long, unprintable, repeated, reversed } = en.filterIssue;
  const say = (sentence: string, name: string) => sentence.replace("{name}", name);
  const faults: [query: string, sentence: string][] = [
    [`q=${"x".repeat(201)}`, say(too_long, en.history.search)],
    ["q=%00", say(unprintable, en.history.search)],
    ["currency=EURO", say(not_in_list, en.history.currency)],
    ["state=nonsense", say(not_in_list, en.history.state)],
    ["mode=live&mode=test", say(repeated, en.history.mode)],
    [`creator=${crypto.randomUUID()}`, say(not_in_list, en.splitView.creator)],
    ["from=2026-1", say(not_a_day, en.history.from)],
    ["from=2026-02-02&to=2026-02-01", say(reversed, en.history.from)],
  ];
  const links = `${owner.path}/links`;
  for (const [query, sentence] of faults) {
    for (const page of [links, `${links}/sheet`]) {
      const html = await owner.http.html(`${page}?${query}`);
      expect(html, `${page} ${query}`).toContain(sentence);
      expect(html, `${page} ${query}`).not.toContain("Breakfast");
    }
    for (const file of ["export.csv", "sheet.pdf"]) {
      const answer = await owner.http.request(`${links}/${file}?${query}`);
      expect([answer.status, await answer.text()], `${file} ${query}`).toEqual([400, sentence]);
    }
  }
  const audit = `${owner.path}/settings/audit`;
  for (const [query, sentence] of [
    ["group=nonsense", say(not_in_list, en.audit.group)],
    ["person=1", say(not_in_list, en.audit.person)],
    ["to=yesterday", say(not_a_day, en.audit.to)],
  ] as const) {
    const html = await owner.http.html(`${audit}?${query}`);
    expect(html).toContain(sentence);
    expect(html).not.toContain("created this business");
    const answer = await owner.http.request(`${audit}/export.csv?${query}`);
    expect([answer.status, await answer.text()]).toEqual([400, sentence]);
  }
  for (const query of ["after=x", "unconfirmed=1", "found=2"]) {
    expect(await owner.http.html(`${owner.path}/inbox?${query}`)).toContain(en.inbox.unreadableTitle);
  }
  expect(await owner.http.html(`${links}?currency=usd&state=OPEN`)).toContain("Breakfast");
});

test("a link is open or inactive, and where payments are seen is said; nothing says paid or ready", async () => {
  const owner = await connectedOwner();
  const link = await makeLink(owner, { ...content, description: "Breakfast" });
  const pages = async (language: string) => {
    const headers = { "accept-language": language };
    return [await owner.http.html(`${owner.path}/links`, headers), await owner.http.html(link, headers)];
  };
  for (const [language, words] of [["en-US", en] as const, ["es-CR", es] as const]) {
    for (const html of await pages(language)) {
      expect(html).toContain(`${words.state.open}</span>`);
      expect(html).toContain(words.history.payments);
      expect(html).not.toMatch(/>(Ready|Listo|Paid|Pagado)</);
    }
  }
  await asSuperuser("UPDATE payment_links SET active = false, inactive_at = now() WHERE id = $1", [
    link.split("/").at(-1) ?? "",
  ]);
  for (const html of await pages("en-US")) {
    expect(html).toContain(`${en.state.inactive}</span>`);
    expect(html).not.toContain(`${en.state.open}</span>`);
  }
  expect(await owner.http.html(`${owner.path}/links?state=inactive`)).toContain("Breakfast");
  expect(await owner.http.html(`${owner.path}/links?state=open`)).not.toContain("Breakfast");
});

/** Makes reading links an error except where `condition` holds. */
async function failReading(condition: string): Promise<void> {
  await asSuperuser("DROP POLICY IF EXISTS fail_reading ON payment_links");
  await asSuperuser(
    `CREATE POLICY fail_reading ON payment_links AS RESTRICTIVE FOR SELECT TO cobro_app
     USING (CASE WHEN ${condition} THEN true ELSE (1 / (length(id::text) - 36)) = 1 END)`,
  );
}

/** Links with the same content and time as the merchant's only one. */
async function copyLink(slug: string, copies: number): Promise<void> {
  await withSuperuser(async (admin) => {
    const { rows } = await admin.query(
      `SELECT merchant_id, payment_links.mode, api_key_id, payment_links.created_at, currency, amount_minor, description,
         upstream_id, url
       FROM payment_links JOIN merchants USING (merchant_id) WHERE slug = $1`,
      [slug],
    );
    const { upstream_id, ...link } = rows[0];
    const copy = (_: unknown, n: number) => ({
      ...link,
      origin: "external",
      upstream_id: `${upstream_id}${n}`,
    });
    await insertPaymentLinks(admin, Array.from({ length: copies }, copy));
  });
}

test("whoever asks for more than can be drawn soon is told to come back, and gets what they asked for first", async () => {
  const owner = await connectedOwner();
  const link = await makeLink(owner, content);
  await asSuperuser("UPDATE merchants SET color = '#0f766e' WHERE slug = $1", [owner.slug]);
  // Each has a width of its own, so that each has to be drawn, which takes longer than asking.
  const answers = await Promise.all(
    Array.from({ length: 40 }, (_, n) => [
      owner.http.request(`${link}/qr.png?look=brand&size=${2_000 + n}`),
      owner.http.request(`${link}/poster.pdf`),
    ]).flat(),
  );
  const drawn = answers.filter(({ status }) => status === 200);
  const refused = answers.filter(({ status }) => status === 503);
  expect(drawn.length).toBeGreaterThanOrEqual(9);
  expect(refused.length).toBe(answers.length - drawn.length);
  expect(refused.length).toBeGreaterThan(0);
  for (const answer of refused) {
    expect(answer.headers.get("retry-after")).toBe("5");
    expect(await answer.text()).toBe(en.download.busy);
  }
});
