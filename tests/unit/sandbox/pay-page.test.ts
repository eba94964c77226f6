import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestSandbox, type TestAccount, type TestSandbox } from "@/tests/support/sandbox";

let sandbox: TestSandbox;
let account: TestAccount;
beforeAll(async () => {
  sandbox = await startTestSandbox();
  account = await sandbox.openAccount();
});
afterAll(() => sandbox.close());

const coffee = { amount: 450, currency: "USD", description: "Coffee" };

async function getPayPage(link: typeof coffee, headers: Record<string, string> = {}) {
  const made = await fetch(`${sandbox.url}/v1/payment-links`, {
    method: "POST",
    headers: { "X-Api-Key": account.key, "Content-Type": "application/json", ...headers },
    body: JSON.stringify(link),
  });
  const { url, id }: { url: string; id: string } = await made.json();
  const response = await fetch(url);
  return { id, url, response, html: await response.text() };
}

/** What a reader sees: the text without the tags. */
function getText(html: string): string {
  return html
    .replace(/<style>.*<\/style>/s, "")
    .replace(/<[^>]*>/g, "")
    .replace(/\s+/g, " ");
}

test.each([
  [4999, "USD", "USD 49.99"],
  [100, "EUR", "EUR 1.00"],
  [7, "mxn", "MXN 0.07"],
  [123456789012, "CRC", "CRC 1,234,567,890.12"],
  [Number.MAX_SAFE_INTEGER, "COP", "COP 90,071,992,547,409.91"],
])("%i %s reads %s", async (amount, currency, shown) => {
  const { response, html } = await getPayPage({ amount, currency, description: "Two coffees" });
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
  const text = getText(html);
  for (const part of [shown, "Two coffees", "SANDBOX", "no money moves"]) expect(text).toContain(part);
  expect(html).toContain(`data-amount-minor="${amount}" data-currency="${currency.toUpperCase()}"`);
  expect(html).toContain('<html lang="en">');
  expect(html).toContain('name="viewport"');
});

test("what was typed stays text", async () => {
  const description = `<script>alert(1)</script> & "quotes" 'too' </main> مرحبا 🌮`;
  const { html } = await getPayPage({ amount: 1, currency: "USD", description });
  expect(html).not.toContain("<script");
  expect(html).toContain(
    "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quotes&quot; &#39;too&#39; &lt;/main&gt; مرحبا 🌮",
  );
});

test("an inactive link says so", async () => {
  const { id, url, html } = await getPayPage({ amount: 1, currency: "USD", description: "x" });
  expect(getText(html)).not.toContain("no longer active");
  await account.deactivate(id);
  const after = await (await fetch(url)).text();
  expect(getText(after)).toContain("no longer active");
  expect(after).toContain('data-active="false"');
});

test("it names who is paid, by the newest name that a link came with", async () => {
  const shop = await sandbox.openAccount();
  const url = async (merchant?: string) => {
    const headers = {
      "X-Api-Key": shop.key,
      ...(merchant !== undefined && { "X-Sandbox-Merchant": merchant }),
    };
    return (await getPayPage(coffee, headers)).url;
  };
  const read = async (address: string) => getText(await (await fetch(address)).text());
  const before = await url();
  expect(await read(before)).not.toContain("Pay to");
  const named = await url(encodeURIComponent("Café <Luna>"));
  const nameless = await url();
  const badlyNamed = await url("%E0%A4%A");
  for (const one of [before, named, nameless, badlyNamed]) {
    expect(await read(one)).toContain("Pay to Café &lt;Luna&gt;");
  }
  await url(encodeURIComponent("Café Sol"));
  expect(await read(named)).toContain("Pay to Café Sol");
});

test("paying comes to an end that says it was practice, and so does cancelling", async () => {
  const { url, html } = await getPayPage(coffee);
  for (const name of ["Pay", "Cancel"]) expect(html).toContain(`>${name}</button>`);
  const open = async (query: string) => (await fetch(url + query)).text();
  const paid = await open("?end=paid");
  expect(getText(paid)).toMatch(/Paid .*USD 4\.50.*This was practice: no money moved\./);
  expect(paid).not.toContain("<button");
  const cancelled = await open("?end=cancelled");
  expect(getText(cancelled)).toMatch(/Payment cancelled .*This was practice: no money moved/);
  expect(cancelled).not.toContain("<button");
  expect(cancelled).toContain('<a href="?">Back to the payment</a>');
  // Other values do nothing, and what one customer pressed does not show for the next one.
  for (const query of ["", "?end=", "?end=toString", "?end=PAID"]) {
    expect(await open(query), query).toContain(">Pay</button>");
  }
});

test("an inactive link cannot be paid, nor shown as paid", async () => {
  const { id, url } = await getPayPage(coffee);
  await account.deactivate(id);
  for (const query of ["", "?end=paid", "?end=cancelled"]) {
    const html = await (await fetch(url + query)).text();
    expect(html).not.toMatch(/<button|data-end|Paid/);
    expect(getText(html)).toContain("no longer active");
  }
});

test.each(["plink_000000000000", "", "%2e%2e", "plink_3m4n5o6p7q8r/more", "<b>"])(
  "there is no page for %j",
  async (id) => {
    const response = await fetch(`${sandbox.url}/link/${id}`);
    expect(response.status).toBe(404);
    expect(await response.text()).not.toContain("<b>");
  },
);

test("the documented links have their pages too", async () => {
  const html = await (await fetch(`${sandbox.url}/link/plink_3m4n5o6p7q8r`)).text();
  expect(getText(html)).toContain("USD 49.99 One-time service fee");
});

test.each([
  ["es-CR,es;q=0.9,en;q=0.8", "es", "12\u00a0345,67", "no se mueve dinero"],
  ["es-MX", "es", "12,345.67", "no se mueve dinero"],
  ["fr-FR, es;q=0.5", "es", "12.345,67", "no se mueve dinero"],
  ["en-US,es;q=0.9", "en", "12,345.67", "no money moves"],
  ["es-nonsense-".repeat(9), "es", "12.345,67", "no se mueve dinero"],
  ["es-mx-ar", "es", "12,345.67", "no se mueve dinero"],
  ["en;q=0.1,es-MX;q=0.9", "es", "12,345.67", "no se mueve dinero"],
  ["pt-BR,pt;q=0.9", "pt", "12.345,67", "nenhum dinheiro é movimentado"],
  ["PT-PT", "pt", "12\u00a0345,67", "nenhum dinheiro é movimentado"],
  ["fil-PH,esx;q=0.9,pt;q=0.1", "pt", "12.345,67", "nenhum dinheiro é movimentado"],
  ["i-klingon,*", "en", "12,345.67", "no money moves"],
])("whose browser says %s reads %s", async (header, language, amount, note) => {
  const { url } = await getPayPage({ amount: 1_234_567, currency: "CRC", description: "x" });
  const html = await (await fetch(url, { headers: { "accept-language": header } })).text();
  expect(html).toContain(`<html lang="${language}">`);
  expect(html.replace(/<[^>]*>/g, "")).toContain(amount);
  expect(html).toContain(note);
});
