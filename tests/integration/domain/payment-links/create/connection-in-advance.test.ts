import { once } from "node:events";
import http from "node:http";
import type { Socket } from "node:net";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { connectSandbox } from "@/lib/domain/api-keys/connect-sandbox";
import { changeLimits } from "@/lib/domain/operator/change-limits";
import { createPaymentLink } from "@/lib/domain/payment-links/create/create-payment-link";
import { freshDatabase } from "@/tests/support/database";
import { newMerchant, type TestMerchant } from "@/tests/support/merchants";

// The connection to upstream is opened while the row of a link is begun. Nothing is written to it before it is committed.

const { adminUrl } = await freshDatabase();
const admin = new pg.Client({ connectionString: adminUrl });
let merchant: TestMerchant;
/** Connections with the bytes that each has received. */
let connections: Socket[] = [];
let onConnection: (socket: Socket) => void = () => {};
/** What the state of the merchant's links was when a POST arrived. */
let posts: unknown[][] = [];
let made = 0;
const upstream = http.createServer((request, response) => void answer(request, response));

beforeAll(async () => {
  await admin.connect();
  upstream.on("connection", (socket: Socket) => {
    connections.push(socket);
    onConnection(socket);
  });
  upstream.listen(0, "127.0.0.1");
  await once(upstream, "listening");
  const address = upstream.address();
  process.env.SANDBOX_URL = `http://127.0.0.1:${typeof address === "object" && address?.port}`;
});
beforeEach(async () => {
  merchant = await newMerchant();
  await connectSandbox(merchant);
  onConnection = () => {};
  [connections, posts] = [[], []];
});
afterAll(async () => {
  await admin.end();
  upstream.close();
});

async function answer(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
  const isAccount = request.url === "/_sandbox/accounts";
  if (!isAccount) posts.push(await listStates());
  request.resume();
  const id = `plink_${++made}`;
  const link = { id, object: "payment_link", url: `http://127.0.0.1/link/${id}`, active: true };
  response.end(JSON.stringify(isAccount ? { key: `sk_test_${made}` } : link));
}

async function listStates(): Promise<unknown[]> {
  const { rows } = await admin.query("SELECT state FROM payment_links WHERE merchant_id = $1", [
    merchant.merchantId,
  ]);
  return rows.map(({ state }) => state);
}

function create(intentId: string = crypto.randomUUID()) {
  const { merchantId, actor } = merchant;
  const link = { amountMinor: 1250, currency: "USD", description: "Two coffees" } as const;
  return createPaymentLink({ merchantId, actor, mode: "sandbox", intentId, link });
}

/** Does something while no row can be written. */
async function whileNothingIsWritten(work: () => Promise<void>): Promise<void> {
  const locking = new pg.Client({ connectionString: adminUrl });
  await locking.connect();
  await locking.query("BEGIN; LOCK TABLE payment_links IN EXCLUSIVE MODE");
  try {
    await work();
  } finally {
    await locking.end();
  }
}

const received = () => connections.map(({ bytesRead }) => bytesRead);
const areClosed = () => expect.poll(() => connections.every(({ closed }) => closed)).toBe(true);
const isReady = expect.objectContaining({ ok: true, value: expect.objectContaining({ state: "ready" }) });

test("it is there while the row is begun, and carries the request once that is committed", async () => {
  let creating: ReturnType<typeof create> | undefined;
  await whileNothingIsWritten(async () => {
    creating = create();
    await expect.poll(() => connections).toHaveLength(1);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect([received(), posts, await listStates()]).toEqual([[0], [], []]);
  });
  expect(await creating).toEqual(isReady);
  expect(posts).toEqual([["sending"]]);
  expect(connections).toHaveLength(1);
  await areClosed();
});

test("upstream closes it before there is a request: the request is sent once, on another", async () => {
  let creating: ReturnType<typeof create> | undefined;
  await whileNothingIsWritten(async () => {
    onConnection = (socket) => socket.destroy();
    creating = create();
    await expect.poll(() => connections).toHaveLength(1);
    await areClosed();
    onConnection = () => {};
    await new Promise((resolve) => setTimeout(resolve, 50));
  });
  expect(await creating).toEqual(isReady);
  expect(posts).toEqual([["sending"]]);
  expect(received()).toEqual([0, expect.any(Number)]);
});

test("nobody is asked on it about a link that is there already, and it is closed", async () => {
  expect(await create()).toEqual(isReady);
  expect(await create()).toMatchObject({ ok: false, code: "near_duplicate" });
  expect(connections).toHaveLength(2);
  await areClosed();
  expect(received()[1]).toBe(0);
  expect(posts).toHaveLength(1);
});

test("a form that is submitted ten times at once is one request, and no connection stays", async () => {
  const intentId = crypto.randomUUID();
  const answers = await Promise.all(Array.from({ length: 10 }, () => create(intentId)));
  expect(new Set(answers.map((made) => made.ok && made.value.linkId)).size).toBe(1);
  expect(posts).toHaveLength(1);
  await areClosed();
  expect(received().filter((bytes) => bytes > 0)).toHaveLength(1);
});

test("with no link left in this hour, and with a database that fails, it is closed", async () => {
  const operator = { userId: crypto.randomUUID(), name: "operator@example.com" };
  let creating: Promise<string> | undefined;
  await whileNothingIsWritten(async () => {
    creating = create().then(
      () => "made",
      () => "failed",
    );
    await expect.poll(() => connections).toHaveLength(1);
    await admin.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE application_name = 'cobro' AND wait_event_type = 'Lock'`);
    expect(await creating).toBe("failed");
    await areClosed();
  });
  await changeLimits(merchant.merchantId, { linksPerHour: 1, people: null }, operator);
  expect(await create()).toEqual(isReady);
  expect(await create()).toMatchObject({ ok: false, code: "links_used_up" });
  await areClosed();
  expect(received()).toEqual([0, expect.any(Number), 0]);
  expect(posts).toHaveLength(1);
});

test("whoever may not create a link opens none", async () => {
  const { merchantId, actor } = merchant;
  const link = { amountMinor: 1250, currency: "USD", description: "Two coffees" } as const;
  const request = { merchantId, actor, intentId: crypto.randomUUID(), link } as const;
  expect(await createPaymentLink({ ...request, mode: "live" })).toEqual({ ok: false, code: "no_key" });
  const intentId = crypto.randomUUID();
  expect(await create(intentId)).toEqual(await create(intentId));
  expect(connections).toHaveLength(1);
});
