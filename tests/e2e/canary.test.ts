import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { BrowserContext } from "playwright-core";
import { expect, inject, test } from "vitest";
import { openBrowser } from "@/tests/support/browser";
import type { HttpVisitor } from "@/tests/support/http-visitor";
import { newPerson, nobody } from "@/tests/support/people";
import { asSuperuser } from "@/tests/support/roles";
import { openAccount } from "@/tests/support/sandbox";
import { english as labels } from "./labels";

test("a key and a password typed into the portal are found nowhere in what it shows, prints or stores", async () => {
  const { upstreamUrl, dataDir, logFile } = inject("portal");
  const { key } = await openAccount(upstreamUrl);
  const person = { ...newPerson(), password: `canary ${crypto.randomUUID()}` };
  const marker = `Marker ${crypto.randomUUID()}`;
  const misspelt = `sk_test_canary ${crypto.randomUUID()}`;
  const publishable = `pk_test_${crypto.randomUUID()}`;
  const wrongPassword = `wrong ${crypto.randomUUID()}`;
  const secrets = [key, person.password, misspelt, publishable, wrongPassword];
  const { page, context } = await openBrowser();
  const seen = await listen(context);

  await page.goto("/signup");
  await page.getByLabel(labels.name, { exact: true }).fill(person.name);
  await page.getByLabel(labels.email).fill("not an address");
  await page.getByLabel(labels.password).fill(person.password);
  await page.getByRole("button", { name: labels.createAccount }).click();
  await page.locator("[aria-invalid=true]").waitFor();
  await page.getByLabel(labels.email).fill(person.email);
  await page.getByLabel(labels.password).fill(person.password);
  await page.getByRole("button", { name: labels.createAccount }).click();
  await page.waitForURL("/m/new");
  await page.getByLabel(labels.businessName).fill(marker);
  await page.getByRole("button", { name: labels.createBusiness }).click();
  await page.waitForURL(/api-keys$/);
  const keyPage = page.url();
  for (const text of [misspelt, publishable, key]) {
    await page.getByLabel(labels.apiKey).fill(text);
    await page.getByRole("button", { name: labels.connectKey }).click();
    if (text === key) await page.waitForURL(/links\/new$/);
    else await page.locator("[aria-invalid=true]").waitFor();
    await page.waitForFunction(() => document.querySelector("button[aria-disabled=true]") === null);
  }
  await page.getByLabel(labels.amount).fill("12.50");
  await page.getByLabel(labels.description).fill(marker);
  await page.getByRole("button", { name: labels.createLink }).click();
  await page.getByRole("img", { name: labels.qrCode }).waitFor();
  const linkPage = page.url();
  await nobody().submit("/login", 'name="password"', { ...person, password: wrongPassword });

  const http = nobody();
  const signIn = await http.submit("/login", 'name="password"', person);
  seen.set("signing in", await wholeAnswer(signIn));
  for (const [address, answer] of await crawl(http, ["/m", keyPage, linkPage, "/account", "/login"])) {
    seen.set(`crawl ${address}`, answer);
  }
  seen.set("the portal's log", await readFile(logFile));
  await context.close();
  for (const [table, rows] of await databaseDump()) seen.set(`table ${table}`, rows);
  await asSuperuser("CHECKPOINT");
  for (const [file, bytes] of await filesBelow(dataDir)) seen.set(`file ${file}`, bytes);

  const found = secrets.flatMap((secret) => listPlaces(secret, seen));
  expect(found).toEqual([]);

  // The search itself works: it finds a marker in pages, tables and files, in every form that it looks for.
  const marked = listPlaces(marker, seen).join("\n");
  expect(listPlaces("not an address", seen).join("\n")).toContain("in form");
  for (const place of ["form", "crawl", "flight", "table merchants", "table payment_links", "file "])
    expect(marked).toContain(place);
  for (const form of listForms(key)) {
    expect(listPlaces(key, new Map([["here", Buffer.from(`before ${form} after`)]]))).not.toEqual([]);
  }
  const read = [...seen.keys()];
  expect(read.filter((place) => place.includes("/_next/static/")).length).toBeGreaterThan(5);
  expect(seen.get(`table api_keys`)?.toString()).toContain(key.slice(-4));
  expect(seen.get("the portal's log")?.length).toBeGreaterThan(0);
});

/** Collects the headers and bodies of every answer to a form in the browser. The crawl reads the pages. */
async function listen(context: BrowserContext): Promise<Map<string, Buffer>> {
  const seen = new Map<string, Buffer>();
  await context.route("**", async (route) => {
    const request = route.request();
    if (request.method() !== "POST") return route.continue();
    const response = await route.fetch({ maxRedirects: 0 });
    const head = Buffer.from(JSON.stringify(response.headersArray()));
    seen.set(`form ${seen.size} ${request.url()}`, Buffer.concat([head, await response.body()]));
    await route.fulfill({ response });
  });
  return seen;
}

/** Pages of one path that differ in their query. */
const mostOfPath = 12;

/**
 * Reads every address of the portal that links lead to from these, as a page and as flight data, with everything they
 * load.
 */
async function crawl(http: HttpVisitor, from: string[]): Promise<Map<string, Buffer>> {
  const { url } = inject("portal");
  const answers = new Map<string, Buffer>();
  const waiting = [...from];
  const visits = new Map<string, number>();
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const address = new URL(next, url);
    address.hash = "";
    if (address.origin !== url || answers.has(address.href)) continue;
    // From a day's close, links lead to the day before for ever.
    const visit = (visits.get(address.pathname) ?? 0) + 1;
    if (visit > mostOfPath) continue;
    visits.set(address.pathname, visit);
    const answer = await wholeAnswer(await http.request(address.href));
    answers.set(address.href, answer);
    const isFile = address.pathname.startsWith("/_next/");
    if (!isFile) answers.set(`flight ${address.href}`, await flightData(http, address.href));
    const text = answer.toString();
    for (const [, reference = ""] of text.matchAll(/\b(?:href|src)="([^"]+)"/g)) {
      waiting.push(reference.replaceAll("&amp;", "&"));
    }
    for (const [chunk] of text.matchAll(/static\/chunks\/[\w~.-]+\.(?:js|css)/g))
      waiting.push(`/_next/${chunk}`);
  }
  return answers;
}

/** What the router in the browser gets in place of the page. */
async function flightData(http: HttpVisitor, address: string): Promise<Buffer> {
  const answer = await http.request(address, { headers: { rsc: "1" }, redirect: "follow" });
  return wholeAnswer(answer);
}

async function wholeAnswer(response: Response): Promise<Buffer> {
  const head = JSON.stringify([response.status, ...response.headers, response.headers.getSetCookie()]);
  return Buffer.concat([Buffer.from(head), Buffer.from(await response.arrayBuffer())]);
}

/** Every row of every table as text; bytes are in hexadecimal. */
async function databaseDump(): Promise<Map<string, Buffer>> {
  const { rows: tables } = await asSuperuser(
    `SELECT format('%I.%I', schemaname, tablename) AS name, tablename AS short FROM pg_tables
     WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
  );
  const dump = new Map<string, Buffer>();
  for (const { name, short } of tables) {
    const { rows } = await asSuperuser(`SELECT row::text AS text FROM ${name} AS row`);
    dump.set(short, Buffer.from(rows.map(({ text }) => text).join("\n")));
  }
  return dump;
}

async function filesBelow(directory: string): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  for (const entry of await readdir(directory, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    // Postgres may remove a file meanwhile.
    const bytes = await readFile(file).catch(() => undefined);
    if (bytes) files.set(file, bytes);
  }
  return files;
}

function listPlaces(secret: string, seen: Map<string, Buffer>): string[] {
  const forms = listForms(secret);
  return [...seen].flatMap(([place, bytes]) =>
    forms.filter((form) => bytes.includes(form)).map((form) => `${form} in ${place}`),
  );
}

/** The secret as it was typed, and in the forms in which careless code could reveal it. */
function listForms(secret: string): string[] {
  const bytes = Buffer.from(secret);
  const hex = bytes.toString("hex");
  const forms = [secret, encodeURIComponent(secret), secret.replaceAll(" ", "+"), hex, hex.toUpperCase()];
  for (const encoding of ["base64", "base64url"] as const) {
    // Within a longer text, base64 has three possible alignments, on which the first and last letters depend.
    for (const offset of [0, 1, 2]) forms.push(bytes.subarray(offset).toString(encoding).slice(0, -4));
  }
  forms.push([...secret].reverse().join(""));
  return [...new Set(forms)];
}
