import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, inject, onTestFinished, test } from "vitest";
import { en } from "@/lib/i18n/messages/en/catalogue";
import { openBrowserAs, seenText } from "@/tests/support/browser";
import { connectedOwner, expectRedirect } from "@/tests/support/people";
import { openAccount, startTestSandbox, type TestFault } from "@/tests/support/sandbox";
import { startPortal } from "@/tests/support/start-portal";
import { english as labels } from "./labels";

type Trouble = { fault: TestFault["fault"]; sentence: keyof typeof en.errors };
const typed = { amount: "12.50", currency: "EUR", description: "Two coffees" };

describe.each([{ javaScriptEnabled: true }, { javaScriptEnabled: false }])(
  "with scripts $javaScriptEnabled",
  ({ javaScriptEnabled }) => {
    test("a refusal is said above the form, which keeps what was typed; sending it again works", async () => {
      const { http, path, account } = await connectedOwner();
      const { page } = await openBrowserAs(http, { javaScriptEnabled });
      const refusals: Trouble[] = [
        { fault: "refuse_422", sentence: "invalid_request" },
        { fault: "refuse_401", sentence: "key_refused" },
        { fault: "refuse_400_envelope", sentence: "invalid_request" },
      ];
      for (const [index, { fault, sentence }] of refusals.entries()) {
        await account.setFault({ fault, endpoint: "create" });
        await page.goto(`${path}/links/new`);
        await fill(page, { ...typed, description: `${typed.description} ${index}` });
        await page.getByRole("button", { name: labels.createLink }).click();
        await page.locator("form [role=alert]").waitFor();
        expect(await seenText(page.locator("form [role=alert]"))).toBe(en.errors[sentence]);
        expect(await page.getByLabel(labels.amount).inputValue()).toBe(typed.amount);
        expect(await page.getByLabel(labels.currency).inputValue()).toBe(typed.currency);
        expect(await page.getByLabel(labels.description).inputValue()).toBe(`${typed.description} ${index}`);
        expect(await account.links()).toHaveLength(index);

        await page.getByRole("button", { name: labels.createLink }).click();
        await page.getByRole("img", { name: labels.qrCode }).waitFor();
        expect(await account.links()).toHaveLength(index + 1);
      }
    });

    test("an outcome that nobody can know is shown as one, and is not sent again", async () => {
      const { http, path, account } = await connectedOwner();
      const { page } = await openBrowserAs(http, { javaScriptEnabled });
      // What upstream has really created, which the portal may not know.
      let made = 0;
      for (const { fault, makes } of [
        { fault: "stall", makes: 0 },
        { fault: "reset_before", makes: 0 },
        { fault: "reset_after", makes: 1 },
        { fault: "html_502", makes: 0 },
        { fault: "malformed_json", makes: 1 },
        { fault: "redirect", makes: 0 },
        { fault: "shape_script_url", makes: 1 },
        // Must be last: upstream's `Retry-After` holds for the key's next links too.
        { fault: "rate_limit", makes: 0 },
      ] as const) {
        await account.setFault({ fault, endpoint: "create" });
        await page.goto(`${path}/links/new`);
        await fill(page, { ...typed, description: `Met by ${fault}` });
        await page.getByRole("button", { name: labels.createLink }).click();
        await page.getByRole("status").filter({ hasText: en.link.unknownTitle }).waitFor();
        expect(page.url(), fault).toMatch(/\/links\/[0-9a-f-]{36}$/);
        const text = await seenText(page.locator("main"));
        for (const part of ["12.50", `Met by ${fault}`, en.state.unknown])
          expect(text, fault).toContain(part);
        expect(await page.getByRole("img", { name: labels.qrCode }).count(), fault).toBe(0);
        expect(await page.locator("a[href^='javascript']").count(), fault).toBe(0);
        made += makes;
        expect(await account.links(), fault).toHaveLength(made);
      }
    });
  },
);

test("a key that cannot be proved is not stored, and the page says why", async () => {
  const { http, path, account } = await connectedOwner();
  // With an account that no merchant uses yet: otherwise a background sync would use up the faults meant for this page.
  const other = await openAccount(inject("portal").upstreamUrl);
  const page = `${path}/settings/api-keys`;
  for (const { fault, sentence } of [
    { fault: "refuse_401_bare", sentence: "key_refused" },
    { fault: "refuse_403_html", sentence: "unreadable_answer" },
    { fault: "html_502", sentence: "server_error" },
    { fault: "rate_limit", sentence: "rate_limited" },
    { fault: "reset_before", sentence: "connection_lost" },
    { fault: "stall", sentence: "timeout" },
  ] as const satisfies Trouble[]) {
    await other.setFault({ fault, endpoint: "list" });
    const answer = await http.submit(page, 'name="apiKey"', { apiKey: other.key });
    expect(answer.status, fault).toBe(200);
    const html = await answer.text();
    expect(html, fault).toContain(escaped(en.errors[sentence]));
    expect(html, fault).not.toContain(other.key);
    expect(html, fault).toContain(`ends in ${account.key.slice(-4)}`);
  }
});

test("with 4Geeks down entirely the portal says so and keeps what was typed", async () => {
  const { settings } = inject("portal");
  const directory = await mkdtemp(path.join(tmpdir(), "cobro-down-"));
  const upstream = await startTestSandbox();
  const down = { ...settings, PAYMENT_LINKS_API_URL: upstream.url, SANDBOX_URL: upstream.url };
  const portal = await startPortal(down, path.join(directory, "portal.log"));
  onTestFinished(async () => {
    await portal.stop();
    await rm(directory, { recursive: true });
  });
  const account = await upstream.openAccount();
  const owner = await connectedOwner();
  const http = owner.http.at(portal.url);
  const keys = `${owner.path}/settings/api-keys`;
  expectRedirect(await http.submit(keys, 'name="apiKey"', { apiKey: account.key }), "/links/new");
  await upstream.close();

  const refused = await http.submit(`${owner.path}/links/new`, 'name="intentId"', typed);
  const html = await refused.text();
  expect(html).toContain(escaped(en.errors.unreachable));
  for (const value of [typed.amount, typed.description]) expect(html).toContain(`value="${value}"`);
  const sandbox = await http.submit(keys, "Use the sandbox", {});
  expect(await sandbox.text()).toContain(escaped(en.errors.unreachable));
  expect(await http.html(`${owner.path}/links`)).toContain(en.state.rejected);
});

async function fill(page: Page, { amount, currency, description }: typeof typed): Promise<void> {
  await page.getByLabel(labels.amount).fill(amount);
  await page.getByLabel(labels.currency).selectOption(currency);
  await page.getByLabel(labels.description).fill(description);
}

/** A text as React writes it into HTML. */
function escaped(text: string): string {
  return text.replace(/'/g, "&#x27;");
}
