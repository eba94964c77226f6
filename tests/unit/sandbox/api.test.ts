import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestSandbox, type TestAccount, type TestSandbox } from "@/tests/support/sandbox";

let sandbox: TestSandbox;
let account: TestAccount;
beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => sandbox.close());

const valid = { amount: 1250, currency: "CRC", description: "Café" };

async function call(method: string, path: string, body?: string, headers: Record<string, string> = {}) {
  const response = await fetch(sandbox.url + path, {
    method,
    headers: { "X-Api-Key": account.key, "Content-Type": "application/json", ...headers },
    ...(body !== undefined && { body }),
  });
  return { status: response.status, headers: response.headers, json: await response.json() };
}

const create = (body: object) => call("POST", "/v1/payment-links", JSON.stringify(body));

describe("creating", () => {
  beforeAll(async () => {
    account = await sandbox.openAccount();
  });

  test.each(["/v1/payment-links", "/v1/payment-links/"])("%s makes a link", async (path) => {
    const { status, json } = await call("POST", path, JSON.stringify(valid));
    expect(status).toBe(200);
    expect(Object.keys(json)).toEqual(["id", "object", "url", "active"]);
    expect(json.id).toMatch(/^plink_[0-9a-z]{12}$/);
    expect(json).toEqual({
      id: json.id,
      object: "payment_link",
      url: `${sandbox.url}/link/${json.id}`,
      active: true,
    });
    const [made] = (await account.links()).filter(({ id }) => id === json.id);
    expect(made).toMatchObject(valid);
  });

  const integerExpected = "value is not a valid integer";
  test.each([
    [{ amount: "4999" }, "amount", integerExpected, "type_error.integer"],
    [{ amount: 49.99 }, "amount", integerExpected, "type_error.integer"],
    [{ amount: true }, "amount", integerExpected, "type_error.integer"],
    [{ amount: null }, "amount", "none is not an allowed value", "type_error.none.not_allowed"],
    [{ amount: 0 }, "amount", "ensure this value is greater than or equal to 1", "value_error.number.not_ge"],
    [
      { amount: -5 },
      "amount",
      "ensure this value is greater than or equal to 1",
      "value_error.number.not_ge",
    ],
    [
      { amount: 2 ** 53 },
      "amount",
      "ensure this value is less than or equal to 9007199254740991",
      "value_error.number.not_le",
    ],
    [{ amount: undefined }, "amount", "field required", "value_error.missing"],
    [{ currency: undefined }, "currency", "field required", "value_error.missing"],
    [{ currency: 840 }, "currency", "str type expected", "type_error.str"],
    [
      { currency: "dollars" },
      "currency",
      'string does not match regex "^[A-Za-z]{3}$"',
      "value_error.str.regex",
    ],
    [{ description: undefined }, "description", "field required", "value_error.missing"],
    [{ description: ["x"] }, "description", "str type expected", "type_error.str"],
  ])("refuses %j", async (change, field, msg, type) => {
    const before = (await account.links()).length;
    const { status, json } = await create({ ...valid, ...change });
    expect(status).toBe(422);
    expect(json.detail).toHaveLength(1);
    expect(json.detail[0]).toMatchObject({ loc: ["body", field], msg, type });
    expect(await account.links()).toHaveLength(before);
  });

  test("names every wrong field", async () => {
    const { json } = await create({ amount: 0, currency: null });
    expect(json.detail.map((issue: { loc: string[] }) => issue.loc[1])).toEqual([
      "amount",
      "currency",
      "description",
    ]);
  });

  test.each([
    ["", "value_error.missing"],
    ['{"amount": 4999', "value_error.jsondecode"],
    ["[1]", "type_error.dict"],
    ["null", "type_error.dict"],
    ["4999", "type_error.dict"],
  ])("refuses the body %j", async (body, type) => {
    const { status, json } = await call("POST", "/v1/payment-links", body);
    expect(status).toBe(422);
    expect(json.detail[0]).toMatchObject({ loc: expect.arrayContaining(["body"]), type });
  });

  test("refuses a body that does not say it is JSON", async () => {
    const form = { "Content-Type": "application/x-www-form-urlencoded" };
    const { status, json } = await call("POST", "/v1/payment-links", JSON.stringify(valid), form);
    expect([status, json.detail[0].type]).toEqual([422, "type_error.dict"]);
  });

  test("refuses a body beyond a MiB", async () => {
    const { status } = await create({ ...valid, description: "x".repeat(1024 * 1024) });
    expect(status).toBe(413);
  });
});

describe("listing", () => {
  beforeAll(async () => {
    account = await sandbox.openAccount();
    await account.seed(25);
  });

  test("answers ten from the start by default, newest first", async () => {
    const { json } = await call("GET", "/v1/payment-links");
    const newest = (await account.links()).toReversed().slice(0, 10);
    expect(Object.keys(json)).toEqual(["items", "total_items", "limit", "offset"]);
    expect(json).toMatchObject({ total_items: 25, limit: 10, offset: 0 });
    expect(json.items.map(({ id }: { id: string }) => id)).toEqual(newest.map(({ id }) => id));
  });

  test.each([
    ["limit=5&offset=22", 3],
    ["limit=5&offset=25", 0],
    ["limit=5&offset=9000", 0],
    ["limit=0", 0],
    ["limit=1000", 25],
  ])("%s gives %i items", async (query, length) => {
    const { json } = await call("GET", `/v1/payment-links/?${query}`);
    expect(json.items).toHaveLength(length);
    expect(json.total_items).toBe(25);
  });

  test.each([
    ["limit=ten", "limit", "type_error.integer"],
    ["limit=", "limit", "type_error.integer"],
    ["offset=1.5", "offset", "type_error.integer"],
    ["limit=-1", "limit", "value_error.number.not_ge"],
    ["offset=-1", "offset", "value_error.number.not_ge"],
  ])("refuses %s", async (query, field, type) => {
    const { status, json } = await call("GET", `/v1/payment-links?${query}`);
    expect(status).toBe(422);
    expect(json.detail).toEqual([expect.objectContaining({ loc: ["query", field], type })]);
  });

  test.each(["newest_first", "oldest_first", "shuffled"])("%s walks over every link once", async (order) => {
    await account.setFault({ fault: "list_order", order });
    await account.setFault({ fault: "clamp_limit", limit: 4 });
    const seen: string[] = [];
    for (let offset = 0; offset < 25; offset += 4) {
      const { json } = await call("GET", `/v1/payment-links?limit=7&offset=${offset}`);
      expect(json.limit).toBe(7);
      seen.push(...json.items.map(({ id }: { id: string }) => id));
    }
    await account.clearFaults();
    const made = (await account.links()).map(({ id }) => id);
    expect(seen.toSorted()).toEqual(made.toSorted());
    if (order === "shuffled") expect([made, made.toReversed()]).not.toContainEqual(seen);
    else expect(seen).toEqual(order === "oldest_first" ? made : made.toReversed());
  });

  test("a link made during a shuffled listing falls into its place", async () => {
    const mine = await sandbox.openAccount();
    await mine.setFault({ fault: "list_order", order: "shuffled" });
    await mine.seed(10);
    const ids = async () => {
      const headers = { "X-Api-Key": mine.key };
      const { json } = await call("GET", "/v1/payment-links?limit=100", undefined, headers);
      return json.items.map(({ id }: { id: string }) => id);
    };
    const before = await ids();
    await mine.seed(30);
    const after = await ids();
    expect(after).toHaveLength(40);
    expect(after).toEqual(after.toSorted());
    expect(after.filter((id: string) => before.includes(id))).toEqual(before);
  });
});

describe("who may call what", () => {
  beforeAll(async () => {
    account = await sandbox.openAccount();
  });

  test.each([
    ["a missing", ""],
    ["an unknown", "sk_test_nobody"],
  ])("%s key is refused with 401 on every endpoint that needs one", async (_, key) => {
    for (const [method, path] of [
      ["GET", "/v1/payment-links"],
      ["POST", "/v1/payment-links"],
      ["GET", "/_sandbox/links"],
      ["POST", "/_sandbox/seed"],
    ] as const) {
      const headers = new Headers(key ? { "X-Api-Key": key } : {});
      const response = await fetch(sandbox.url + path, { method, headers });
      expect([path, response.status, await response.json()]).toEqual([
        path,
        401,
        { detail: expect.any(String) },
      ]);
    }
  });

  test("a key sees and changes only its own links", async () => {
    const other = await sandbox.openAccount();
    await other.seed(2);
    const [theirs] = await other.links();
    const { json } = await call("GET", "/v1/payment-links");
    expect(json.total_items).toBe(0);
    await expect(account.deactivate(theirs?.id ?? "")).rejects.toThrow("404");
    expect((await other.links())[0]?.active).toBe(true);
  });

  test("deactivating shows in the list", async () => {
    const { json } = await create(valid);
    await account.deactivate(json.id);
    const list = await call("GET", "/v1/payment-links?limit=1");
    expect(list.json.items[0]).toMatchObject({ id: json.id, active: false });
  });

  test.each([
    ["GET", "/", 404],
    ["GET", "/v1/payment-links/plink_3m4n5o6p7q8r", 404],
    ["DELETE", "/v1/payment-links", 405],
    ["PATCH", "/_sandbox/faults", 405],
    ["POST", "/link/plink_3m4n5o6p7q8r", 405],
    ["GET", "/_sandbox/nothing", 404],
    ["GET", "//elsewhere.example/v1/payment-links", 404],
  ])("%s %s answers %i in JSON", async (method, path, status) => {
    const answer = await call(method, path);
    expect(answer.status).toBe(status);
    expect(answer.json).toEqual({ detail: expect.any(String) });
    if (status === 405) expect(answer.headers.get("allow")).toBeTruthy();
  });

  test("a fault that does not exist is refused, in the header and beforehand", async () => {
    const { status } = await call("GET", "/v1/payment-links", undefined, { "X-Sandbox-Fault": "stal" });
    expect(status).toBe(400);
    const unknown = await call("POST", "/_sandbox/faults", '{"fault":"stal"}');
    expect(unknown.status).toBe(422);
  });
});
