import { expect, test } from "vitest";
import { en } from "@/lib/i18n/messages/en/catalogue";
import { openBrowser } from "@/tests/support/browser";
import { newPerson, nobody } from "@/tests/support/people";
import { english as labels } from "./labels";

test("a new password says what it needs before it is typed, takes pasted text, and can be shown; it is never kept in the tab", async () => {
  const person = newPerson();
  const { page } = await openBrowser();
  await page.goto("/signup");
  const field = page.getByLabel(labels.password);
  const hint = page.getByText(en.password.hint);
  expect(await field.getAttribute("aria-describedby")).toBe(await hint.getAttribute("id"));
  expect(await field.getAttribute("autocomplete")).toBe("new-password");
  await page.getByLabel(labels.name).fill(person.name);
  await page.getByLabel(labels.email).fill(person.email);
  await field.focus();
  // As a paste inserts it.
  await page.keyboard.insertText("fourteen chars");
  await page.getByRole("button", { name: en.password.show, exact: true }).click();
  expect(await field.getAttribute("type")).toBe("text");
  expect(await field.inputValue()).toBe("fourteen chars");
  await page.getByRole("button", { name: labels.createAccount }).click();
  await page.getByText(en.errors.password_too_short).waitFor();
  expect(JSON.stringify(await page.evaluate(() => ({ ...sessionStorage })))).not.toContain("fourteen chars");

  await page.route("**/*", (route) =>
    route.request().method() === "POST" ? route.fulfill({ status: 200, body: "hotel" }) : route.fallback(),
  );
  await field.fill(person.password);
  await page.getByRole("button", { name: labels.createAccount }).click();
  await page.getByRole("alert").filter({ hasText: en.unanswered.otherAnswer }).waitFor();
  const kept = JSON.stringify(await page.evaluate(() => ({ ...sessionStorage })));
  expect(kept).toContain(person.email);
  expect(kept).not.toContain(person.password);
  await page.unroute("**/*");
  await page.getByRole("button", { name: en.password.hide, exact: true }).click();
  expect(await field.getAttribute("type")).toBe("password");
  await page.getByRole("button", { name: labels.createAccount }).click();
  await page.waitForURL("**/m/new");
});

test("without scripts too, an easy password is refused beside its field, with what else was typed", async () => {
  const person = { ...newPerson("Ana Rojas"), password: "Ana Rojas Ana Rojas" };
  const answer = await nobody().submit("/signup", 'name="password"', person);
  const html = await answer.text();
  expect(html).toContain(en.errors.password_guessable);
  expect(html).toContain(person.email);
  expect(html).not.toContain(person.password);
});
