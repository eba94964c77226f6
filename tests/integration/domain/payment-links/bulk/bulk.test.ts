import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { everyLink } from "@/lib/core/link-view";
import { changeCells } from "@/lib/domain/payment-links/bulk/change-cells";
import { changeLayout } from "@/lib/domain/payment-links/bulk/change-layout";
import { takeTotal } from "@/lib/domain/payment-links/bulk/change-totals";
import {
  cancelBatch,
  discardBatch,
  pauseBatch,
  resumeBatch,
  retryRefused,
  startBatch,
} from "@/lib/domain/payment-links/bulk/control-batch";
import { exportBatch } from "@/lib/domain/payment-links/bulk/export-batch";
import { getBatch, getBatches, getRows } from "@/lib/domain/payment-links/bulk/get-batch";
import { importTable } from "@/lib/domain/payment-links/bulk/import-table";
import { runBatch } from "@/lib/domain/payment-links/bulk/run-batch";
import { createPaymentLink } from "@/lib/domain/payment-links/create/create-payment-link";
import { noteLink } from "@/lib/domain/payment-links/notes/change-notes";
import { keepPhone } from "@/lib/domain/payment-links/notes/change-phone";
import { findNotes } from "@/lib/domain/payment-links/notes/notes-store";
import { findCustomer, removeCustomerEverywhere } from "@/lib/domain/payment-links/notes/remove-customer";
import { withMerchant } from "@/lib/platform/db";
import { uuidv7 } from "@/lib/platform/uuidv7";
import { freshDatabase } from "@/tests/support/database";
import { startTestSandbox, type TestSandbox } from "@/tests/support/sandbox";
import { type ConnectedMerchant, connectedMerchant } from "@/tools/campaign/merchant";

process.env.LOG_LEVEL = "fatal";
const { adminUrl } = await freshDatabase();
const admin = new pg.Client({ connectionString: adminUrl });
let sandbox: TestSandbox;

beforeAll(async () => {
  await admin.connect();
  sandbox = await startTestSandbox();
  process.env.PAYMENT_LINKS_API_URL = sandbox.url;
});
afterAll(async () => {
  await admin.end();
  await sandbox.close();
});

const table = "Concepto;Monto\nUno;1,50\nDos;dos\nTres;3,50\nUno;1,50\n";

/** A merchant who has sent a table. */
async function sent(text = table, merchant?: ConnectedMerchant) {
  const { merchantId, actor, account } = merchant ?? (await connectedMerchant(sandbox.url));
  const view = everyLink(merchantId);
  const id = uuidv7();
  const request = { view, actor, id };
  const send = () =>
    importTable({
      ...{ merchantId, actor, id, mode: "test", fileName: "a.csv", bytes: new TextEncoder().encode(text) },
      usual: { currency: "USD", decimalMark: ",", country: "CR" },
    });
  expect(await send()).toEqual({ ok: true });
  return {
    ...{ merchantId, actor, account, view, id, request, send },
    get: async () => {
      const found = await getBatch(view, id);
      if (!found) throw new Error("the batch is gone");
      return found;
    },
    rows: () => getRows(view, id, { limit: 100 }),
    /** The first cells of the rows in the file of those without a link. */
    withoutLink: async () => {
      const found = await getBatch(view, id);
      if (!found) throw new Error("the batch is gone");
      const describe = () => ({ state: "", problem: "" });
      const cells: unknown[] = [];
      const request = { view, actor, batch: found.batch, only: "refused", names: [], describe } as const;
      for await (const part of exportBatch(request)) cells.push(...part.map(([first]) => first));
      return cells.slice(1);
    },
    start: (version = 1) => startBatch({ ...request, version }),
    run: () => runBatch({ merchantId, batchId: id, signal: new AbortController().signal }),
    /** What upstream has, without references. */
    upstream: async () =>
      (await account.links()).map(({ amount, description }) => [
        amount,
        description.replace(/ \(ref .*/, ""),
      ]),
    events: async () => {
      const { rows } = await admin.query(
        "SELECT action FROM audit_events WHERE merchant_id = $1 AND action LIKE 'bulk.%' ORDER BY id",
        [merchantId],
      );
      return rows.map(({ action }) => action);
    },
  };
}

test("a table is checked, and each good row becomes one link, however often the job runs", async () => {
  const batch = await sent();
  expect(await batch.send()).toEqual({ ok: true });
  const { counts } = await batch.get();
  expect(counts).toMatchObject({ rows: 4, invalid: 1, pending: 3, repeated: 1 });
  expect(
    (await batch.rows()).map(({ place, problems, sameAs }) => [place, problems?.[0]?.code, sameAs]),
  ).toEqual([
    [2, undefined, null],
    [3, "amount_not_a_number", null],
    [4, undefined, null],
    [5, undefined, 2],
  ]);
  expect(await batch.start()).toEqual({ ok: true });
  expect(await batch.start()).toEqual({ ok: false, code: "bulk_changed" });
  await Promise.all([batch.run(), batch.run()]);
  await batch.run();
  const after = await batch.get();
  expect(after.batch.state).toBe("done");
  expect(after.counts).toMatchObject({ ready: 3, invalid: 1, pending: 0 });
  expect((await batch.upstream()).map(String).sort()).toEqual(["150,Uno", "150,Uno", "350,Tres"]);
  expect(await batch.events()).toEqual(["bulk.started", "bulk.finished"]);
});

test("a link gets its row's customer, tags and note, once, and keeps what somebody typed meanwhile", async () => {
  const batch = await sent(
    "Detalle;Monto;Cliente;Teléfono;Ref;Etiquetas;Nota\n" +
      "Cuota;1,50;Ana;8888-7777;A-1;7A,becas;Paga el padre\nCuota;2,50 CRC;;;;;\n",
  );
  expect((await batch.get()).sums).toEqual([
    { currency: "CRC", amountMinor: 250 },
    { currency: "USD", amountMinor: 150 },
  ]);
  await batch.start();
  await Promise.all([batch.run(), batch.run()]);
  await batch.run();
  const [noted, bare] = await batch.rows();
  const read = (id = "") =>
    withMerchant(batch.merchantId, (tx) => findNotes(tx, everyLink(batch.merchantId), id));
  const notes = {
    ...{ customerName: "Ana", customerPhone: "+50688887777", customerReference: "A-1" },
    ...{ tags: ["7a", "becas"], note: "Paga el padre" },
  };
  expect(await read(noted?.link?.id)).toEqual(notes);
  expect(await read(bare?.link?.id)).toMatchObject({ customerName: "", tags: [] });
  const { rows: events } = await admin.query(
    "SELECT target_id AS id, details FROM audit_events WHERE merchant_id = $1 AND action = 'link.noted'",
    [batch.merchantId],
  );
  const changed = Object.fromEntries(Object.keys(notes).map((field) => [field, "changed"]));
  expect(events).toEqual([{ id: noted?.link?.id, details: changed }]);
  await withMerchant(batch.merchantId, (tx) =>
    noteLink(tx, {
      ...{ actor: batch.actor, id: noted?.link?.id ?? "" },
      notes: { ...notes, customerName: "Eva", tags: ["7b"] },
    }),
  );
  expect(await read(noted?.link?.id)).toEqual({ ...notes, tags: ["7a", "becas", "7b"] });
  const { merchantId, actor } = batch;
  const phone = { digits: "50688887777", shown: "" };
  expect(await removeCustomerEverywhere({ merchantId, actor, phone })).toMatchObject({ ok: true });
  const cells = (await batch.rows()).map((row) => row.cells);
  expect(cells[0]).toEqual(["Cuota", "1,50", "", "", "", "7A,becas", "Paga el padre"]);
  expect(cells[1]?.slice(0, 2)).toEqual(["Cuota", "2,50 CRC"]);
});

test("a customer is removed from tables too: where the link got another number, and where none was created", async () => {
  const batch = await sent(
    "Detalle;Monto;Cliente;Teléfono;Ref;Otro\nCuota;1,50;Ana;8888-7777;A-1;\nCuota;dos;Ana;+506 88 88 77 77;A-2;\n" +
      "Cuota;3,50;Eva;8888-7778;E-1;88887777\nCuota;4,50;Lía;8888-7779;L-1;1-8888-7777-0\nCuota;88887777;Iris;;;\n",
  );
  const { merchantId, actor, view } = batch;
  await batch.start();
  await batch.run();
  const id = (await batch.rows())[0]?.link?.id ?? "";
  await keepPhone({ view, actor, id, phone: { digits: "50688880000", shown: "" } });
  const phone = { digits: "50688887777", shown: "" };
  expect(await findCustomer(merchantId, phone)).toEqual({ ok: true, value: { links: 0, rows: 3 } });
  const remove = () => removeCustomerEverywhere({ merchantId, actor, phone });
  expect(await remove()).toEqual({ ok: true, value: { links: 0, rows: 3 } });
  expect((await batch.rows()).map(({ cells }) => cells.join("|"))).toEqual([
    ...["Cuota|1,50|||", "Cuota|dos|||", "Cuota|3,50|Eva|8888-7778|E-1|"],
    ...["Cuota|4,50|Lía|8888-7779|L-1|1-8888-7777-0", "Cuota|88887777|Iris"],
  ]);
  expect(await remove()).toEqual({ ok: false, code: "customer_unknown" });
});

test("a row that upstream refuses is explained, and tried again alone", async () => {
  const batch = await sent("a;1\nb;2\nc;3\n");
  await batch.account.setFault({ fault: "refuse_422", endpoint: "create", count: 1 });
  await batch.start();
  await batch.run();
  expect((await batch.get()).counts).toMatchObject({ ready: 2, rejected: 1, pending: 0 });
  expect(await retryRefused(batch.request)).toEqual({ ok: true });
  await batch.run();
  expect((await batch.get()).counts).toMatchObject({ ready: 3, rejected: 0 });
  expect((await batch.upstream()).map(([, text]) => text).sort()).toEqual(["a", "b", "c"]);
  expect(await retryRefused(batch.request)).toEqual({ ok: false, code: "bulk_nothing_to_create" });
});

test("upstream that asks for time gets it: nothing more is sent before, and the batch goes on by itself", async () => {
  const batch = await sent("a;1\nb;2\nc;3\nd;4\n");
  await batch.account.setFault({ fault: "rate_limit", retryAfterSeconds: 60, endpoint: "create", count: 10 });
  await batch.start();
  await batch.run();
  const { batch: waiting, counts } = await batch.get();
  expect(waiting.state).toBe("running");
  expect(counts.pending).toBe(1);
  expect(counts.unconfirmed).toBe(3);
  // A second job finds that it must wait.
  await batch.run();
  expect((await batch.get()).counts.pending).toBe(1);
  const { rows } = await admin.query(
    "SELECT extract(epoch FROM run_at - now())::float AS waits FROM graphile_worker.jobs WHERE key = $1",
    [`${batch.merchantId}:bulk:${batch.id}`],
  );
  expect(rows).toHaveLength(1);
});

test("a refused key pauses the batch, and costs no row", async () => {
  const batch = await sent("a;1\nb;2\n");
  await batch.account.setFault({ fault: "refuse_401", endpoint: "create", count: 2 });
  await batch.start();
  await batch.run();
  const paused = await batch.get();
  expect(paused.batch).toMatchObject({ state: "paused", pauseReason: "key_refused" });
  expect(paused.counts).toMatchObject({ pending: 2, rejected: 0 });
  await batch.account.clearFaults();
  expect(await resumeBatch(batch.request)).toEqual({ ok: true });
  await batch.run();
  expect((await batch.get()).counts).toMatchObject({ ready: 2, pending: 0 });
});

test("a batch can be paused, resumed and cancelled; a draft can be removed", async () => {
  const batch = await sent("a;1\nb;2\n");
  expect(await pauseBatch(batch.request)).toEqual({ ok: false, code: "bulk_changed" });
  await batch.start();
  expect(await pauseBatch(batch.request)).toEqual({ ok: true });
  await batch.run();
  expect((await batch.get()).counts.pending).toBe(2);
  expect(await resumeBatch(batch.request)).toEqual({ ok: true });
  expect(await cancelBatch(batch.request)).toEqual({ ok: true });
  await batch.run();
  expect((await batch.get()).counts.pending).toBe(2);
  expect(await batch.events()).toEqual(["bulk.started", "bulk.paused", "bulk.resumed", "bulk.cancelled"]);
  expect(await batch.withoutLink()).toEqual(["a", "b"]);
  const draft = await sent("c;1\n");
  expect(await discardBatch(draft.request)).toEqual({ ok: true });
  expect(await getBatch(draft.view, draft.id)).toBeNull();
  expect(await discardBatch(batch.request)).toEqual({ ok: false, code: "bulk_changed" });
});

test("a stopped table hands out the rows without a link, but for those for which a request was sent", async () => {
  const batch = await sent("a;1\nb;2\nc;tres\nd;4\n");
  await batch.start();
  expect(await batch.withoutLink()).toEqual(["c"]);
  // The worker dies after its request, before it writes down which link is the row's.
  const { merchantId, actor } = batch;
  const { rows } = await admin.query(
    "SELECT intent_id FROM bulk_rows WHERE merchant_id = $1 AND place < 3 ORDER BY place",
    [merchantId],
  );
  for (const [index, { intent_id: intentId }] of rows.entries()) {
    const link = { amountMinor: 100 + index * 100, currency: "USD", description: "ab"[index] ?? "" } as const;
    await createPaymentLink({ merchantId, actor, mode: "test", intentId, link, isRepeatable: true });
  }
  expect(await cancelBatch(batch.request)).toEqual({ ok: true });
  expect(await batch.withoutLink()).toEqual(["c", "d"]);
  expect((await batch.get()).counts).toMatchObject({ ready: 2, pending: 1, invalid: 1 });
});

test("columns can be chosen anew, also whether the first row names them; an older page starts nothing", async () => {
  const batch = await sent("Ana;Marzo;5,00\nEva;Abril;6,00\n");
  const layout = {
    hasHeader: true,
    columns: ["none", "description", "amount"],
    ...({ currency: "CRC", decimalMark: ",", country: null, noteColumns: {} } as const),
  } as const;
  const change = (version: number, columns: ("none" | "amount" | "description")[] = [...layout.columns]) =>
    changeLayout(batch.view, { id: batch.id, version, layout: { ...layout, columns, takenTotals: [] } });
  expect(await change(1)).toEqual({ ok: true });
  expect(await change(1)).toEqual({ ok: false, code: "bulk_changed" });
  expect((await batch.rows()).map(({ place, description }) => [place, description])).toEqual([[2, "Abril"]]);
  expect((await batch.get()).batch.header).toEqual(["Ana", "Marzo", "5,00"]);
  expect(await change(2, ["amount", "description", "amount"])).toEqual({
    ok: false,
    code: "bulk_column_twice",
  });
  expect(await change(2, ["none", "none", "amount"])).toEqual({ ok: false, code: "bulk_column_missing" });
  expect(
    await changeLayout(batch.view, {
      id: batch.id,
      version: 2,
      layout: { ...layout, hasHeader: false, columns: [...layout.columns], takenTotals: [] },
    }),
  ).toEqual({ ok: true });
  expect((await batch.rows()).map(({ place }) => place)).toEqual([1, 2]);
  expect(await batch.start(1)).toEqual({ ok: false, code: "bulk_changed" });
});

test("one batch of a business runs at a time, and the same table is recognised", async () => {
  const merchant = await connectedMerchant(sandbox.url);
  const [first, second] = [await sent(table, merchant), await sent(table, merchant)];
  await first.start();
  expect(await second.start()).toEqual({ ok: false, code: "bulk_running" });
  expect((await second.get()).sameTable).toMatchObject({ id: first.id });
  const listed = await getBatches(first.view);
  expect(listed.map(({ batch, counts }) => [batch.state, counts.pending])).toEqual([
    ["draft", 3],
    ["running", 3],
  ]);
});

test("nobody else's batch is found, nor a colleague's by a person who sees only their own links", async () => {
  const batch = await sent();
  const other = await connectedMerchant(sandbox.url);
  expect(await getBatch(everyLink(other.merchantId), batch.id)).toBeNull();
  expect(await getRows(everyLink(other.merchantId), batch.id, { limit: 9 })).toEqual([]);
  const elsewhere = { view: everyLink(other.merchantId), actor: other.actor, id: batch.id };
  expect(await startBatch({ ...elsewhere, version: 1 })).toEqual({ ok: false, code: "bulk_gone" });
  const own = { merchantId: batch.merchantId, onlyBy: other.actor.userId };
  expect(await getBatch(own, batch.id)).toBeNull();
});

test("wrong cells of a draft are corrected, in the version that the page showed; of a started one nothing is", async () => {
  const { view, id, get, rows, start } = await sent();
  const correct = (text: string, version: number, place = 3) =>
    changeCells(view, { id, version, place, changes: [{ column: 1, text }] });
  const changed = { ok: false, code: "bulk_changed" };
  expect(await correct(" tr\u0000es ", 1)).toMatchObject({ ok: true });
  expect((await rows()).find(({ place }) => place === 3)).toMatchObject({
    cells: ["Dos", "tres"],
    link: null,
  });
  expect((await get()).counts).toMatchObject({ rows: 4, invalid: 1 });
  expect(await correct("2,50", 1)).toEqual(changed);
  expect(await correct("2,50", 2, 99)).toEqual(changed);
  expect(await correct("2,50", 2)).toMatchObject({ ok: true });
  expect((await get()).counts).toMatchObject({ rows: 4, invalid: 0, pending: 4 });
  expect(await start(2)).toEqual(changed);
  expect(await start(3)).toMatchObject({ ok: true });
  expect(await correct("9,00", 3)).toEqual(changed);
});

test("a row that looks like a total is left out, unless a person wants its link, and is named apart", async () => {
  const { view, id, get, rows, start, run, upstream } = await sent("a;1,00\nb;x\nc;2,00\nTotal;3,00\n");
  const take = (version: number, isTaken: boolean, place = 4) =>
    takeTotal(view, { id, version, place, take: isTaken });
  const listed = (filter: "wrong" | "totals") => getRows(view, id, { filter, limit: 9 });
  expect((await get()).counts).toMatchObject({ rows: 4, invalid: 2, totals: 1, pending: 2 });
  expect((await listed("wrong")).map(({ place }) => place)).toEqual([2]);
  expect((await listed("totals")).map(({ place }) => place)).toEqual([4]);
  expect(await take(1, true, 9)).toEqual({ ok: false, code: "bulk_changed" });
  expect(await take(1, true)).toMatchObject({ ok: true });
  expect(await take(1, false)).toEqual({ ok: false, code: "bulk_changed" });
  // It stays taken when the table is read in another way, and can be left out again.
  const { layout } = (await get()).batch;
  expect(await changeLayout(view, { id, version: 2, layout: { ...layout, takenTotals: [] } })).toEqual({
    ok: true,
  });
  expect((await get()).counts).toMatchObject({ totals: 0, pending: 3 });
  expect(await take(3, false)).toMatchObject({ ok: true });
  expect((await rows()).at(-1)).toMatchObject({ amountMinor: null, description: null });
  expect(await start(4)).toMatchObject({ ok: true });
  await run();
  expect((await upstream()).map(String).sort()).toEqual(["100,a", "200,c"]);
});
