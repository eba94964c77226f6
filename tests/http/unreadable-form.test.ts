import { expect, inject, test } from "vitest";
import { en } from "@/lib/i18n/messages/en/catalogue";
import { formHolding } from "@/tests/support/http-visitor";
import { connectedOwner } from "@/tests/support/people";

test("a body that is no form makes nothing and breaks nothing", async () => {
  const { http, path, account } = await connectedOwner();
  const bodies: RequestInit[] = [
    { headers: { "content-type": "application/json" }, body: '{"amount":"5.00","description":"x"}' },
    { headers: { "content-type": "multipart/form-data; boundary=x" }, body: "--y\r\nnot a part" },
    { headers: { "content-type": "multipart/form-data; boundary=x" }, body: "" },
    { headers: { "content-type": "multipart/form-data" }, body: "--x--" },
    { headers: { "content-type": "application/x-www-form-urlencoded" }, body: "amount=5.00&description=x" },
    { headers: { "content-type": "text/plain" }, body: "\u0000\u0001" },
    { headers: { "content-type": "text/plain", "next-action": "0".repeat(42) }, body: "[]" },
    { headers: { "content-type": "text/plain", "next-action": "nonsense" }, body: "{" },
    {},
  ];
  const broken: string[] = [];
  for (const page of [`${path}/links/new`, `${path}/settings/api-keys`, "/login", "/signup", "/m/new"]) {
    for (const init of bodies) {
      const response = await http.request(page, { method: "POST", ...init });
      await response.body?.cancel();
      if (response.status >= 500) broken.push(`${response.status} ${page} ${JSON.stringify(init)}`);
    }
  }
  expect(broken).toEqual([]);
  expect(await account.links()).toEqual([]);
  expect((await http.request(`${path}/links/new`)).status).toBe(200);
  expect((await fetch(`${inject("portal").url}/api/health/ready`)).status).toBe(200);
});

test("a form whose hidden fields were tampered with makes nothing", async () => {
  const { http, path, account } = await connectedOwner();
  const page = `${path}/links/new`;
  const form = formHolding(await http.html(page), 'name="intentId"');
  const hidden = form.fields.map(([name]) => name).filter((name) => name.startsWith("$ACTION"));
  expect(hidden.length).toBeGreaterThan(0);
  const tampered = [
    // React's own fields, at which it throws when it cannot decode them.
    ...hidden.flatMap((name) => ["", "nonsense", '["$undefined"]', "{}"].map((value) => ({ [name]: value }))),
    { $ACTION_ID_0123456789: "" },
    // Next's parser throws at control characters in a field's name.
    ...["\u0000", "\u001b[20C", "a\u0007b", "\u007f"].map((name) => ({ [name]: "" })),
  ];
  const broken: string[] = [];
  for (const values of tampered) {
    const response = await http.send(page, form, { amount: "", description: "", ...values });
    await response.body?.cancel();
    if (response.status >= 500) broken.push(`${response.status} ${JSON.stringify(values)}`);
  }
  expect(broken).toEqual([]);
  const own = [
    { values: { intentId: "nonsense" }, status: 200, sentence: en.errors.form_unreadable },
    { values: { intentId: "" }, status: 200, sentence: en.errors.form_unreadable },
    { values: { description: "x".repeat(2 ** 21) }, status: 413, sentence: "too long" },
  ];
  for (const { values, status, sentence } of own) {
    const response = await http.send(page, form, { amount: "5.00", description: "x", ...values });
    expect(response.status).toBe(status);
    expect(await response.text()).toContain(sentence);
  }
  expect(await account.links()).toEqual([]);
});
