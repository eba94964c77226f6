import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asMerchant, readTogether, readTogetherAs } from "@/lib/platform/db";
import { once, type Sql } from "@/lib/platform/statement";
import { freshDatabase } from "@/tests/support/database";
import { newMerchant } from "@/tests/support/merchants";

const { adminUrl } = await freshDatabase();
const admin = new pg.Client({ connectionString: adminUrl });
await admin.connect();
afterAll(() => admin.end());

beforeAll(() =>
  admin.query(
    "CREATE TABLE notes (at serial, text text); GRANT ALL ON notes TO cobro; GRANT ALL ON notes_at_seq TO cobro",
  ),
);

/** Statements that are asked one after the other have the same connection. */
const countPrepared = async (text: string) => {
  const [rows] = await readTogether(
    sql("SELECT statement FROM pg_prepared_statements WHERE statement = $1", text),
  );
  return rows?.length;
};

test("a statement is read once by a connection, and asked with other values each time", async () => {
  const twice = "SELECT $1::int * 2 AS twice";
  expect(await readTogether(sql(twice, 4), sql(twice, 5))).toEqual([[{ twice: 8 }], [{ twice: 10 }]]);
  expect(await readTogether(sql(twice, 6))).toEqual([[{ twice: 12 }]]);
  expect(await countPrepared(twice)).toBe(1);
});

test("one that is of use only once is asked as others are, and not kept", async () => {
  const thrice = sql("SELECT $1::int * 3 AS thrice", 4);
  expect(await readTogether(once(thrice), sql("SELECT 1 AS one"))).toEqual([[{ thrice: 12 }], [{ one: 1 }]]);
  expect(await countPrepared(thrice.text)).toBe(0);
});

test("one that was prepared for a merchant shows another only what is theirs, and the owner nothing", async () => {
  const [ours, theirs] = [await newMerchant(), await newMerchant()];
  const names = sql("SELECT merchant_id FROM merchants");
  for (const { merchantId } of [ours, theirs, ours]) {
    expect(await readTogetherAs(merchantId, names)).toEqual([[{ merchant_id: merchantId }]]);
    expect(await readTogether(names)).toEqual([[]]);
    expect(await countPrepared(names.text)).toBe(1);
  }
  const mixed = await readTogether(names, asMerchant(ours.merchantId), names);
  expect([mixed[0], mixed[2]]).toEqual([[], [{ merchant_id: ours.merchantId }]]);
});

test("after an error in the middle of a batch, all of them are asked as before", async () => {
  const [first, second, third] = [
    sql("SELECT 1 AS first"),
    sql("SELECT 1 / $1::int AS second", 0),
    sql("SELECT 3 AS third"),
  ];
  await expect(readTogether(first, second, third)).rejects.toThrow("division by zero");
  expect(await readTogether(first, sql(second.text, 1), third)).toEqual([
    [{ first: 1 }],
    [{ second: 1 }],
    [{ third: 3 }],
  ]);
  expect(await countPrepared(third.text)).toBe(1);
});

test("when a table is changed, the batch that finds out is done once", async () => {
  const [write, read] = [sql("INSERT INTO notes (text) VALUES ($1)", "one"), sql("SELECT * FROM notes")];
  await readTogether(write, read);
  await admin.query("ALTER TABLE notes ADD COLUMN color text");
  const [, rows] = await readTogether(sql(write.text, "two"), read);
  expect(rows).toEqual([
    { at: 1, text: "one", color: null },
    { at: expect.any(Number), text: "two", color: null },
  ]);
});

// The last one, as this process names no statement afterwards.
test("when a pooler gives another connection, the batch is done once, and statements are not kept any more", async () => {
  const write = sql("INSERT INTO notes (text) VALUES ($1) RETURNING text", "three");
  await readTogether(write);
  await readTogether(sql("DEALLOCATE ALL"));
  const other = sql(write.text, "four");
  expect(await readTogether(sql("SELECT 1 AS before"), other)).toEqual([[{ before: 1 }], [{ text: "four" }]]);
  expect((await admin.query("SELECT FROM notes WHERE text = 'four'")).rowCount).toBe(1);
  expect(await countPrepared(write.text)).toBe(0);
});

function sql(text: string, ...values: unknown[]): Sql {
  return { text, values };
}
