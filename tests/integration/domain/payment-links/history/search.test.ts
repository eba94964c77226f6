import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { everyLink } from "@/lib/core/link-view";
import { historyPage } from "@/lib/domain/payment-links/history/list-history";
import { insertMember } from "@/tests/fixtures/membership";
import { freshDatabase } from "@/tests/support/database";
import { readableHistory } from "@/tests/support/filters";
import { linkRows } from "@/tests/support/link-rows";
import { newMerchant, type TestMerchant } from "@/tests/support/merchants";

const { adminUrl } = await freshDatabase();
let admin: pg.Client;
let add: ReturnType<typeof linkRows>;

beforeAll(async () => {
  admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  add = linkRows(admin);
});
afterAll(() => admin.end());

describe("search", () => {
  test("finds a part of the description in any letter case, and takes % and _ and \\ as they are", async () => {
    const merchant = await newMerchant();
    await add(
      merchant,
      { description: "100% cotton" },
      { description: "100 cotton" },
      { description: "A_B" },
    );
    await add(
      merchant,
      { description: "AxB" },
      { description: "back\\slash" },
      { description: "CAFÉ Ñandú" },
    );
    expect(await found(merchant, { q: "100%" })).toEqual(["100% cotton"]);
    expect(await found(merchant, { q: "a_b" })).toEqual(["A_B"]);
    expect(await found(merchant, { q: "k\\s" })).toEqual(["back\\slash"]);
    expect(await found(merchant, { q: "%" })).toEqual(["100% cotton"]);
    expect(await found(merchant, { q: "café ñ" })).toEqual(["CAFÉ Ñandú"]);
    expect(await found(merchant, { q: "COTTON" })).toEqual(["100 cotton", "100% cotton"]);
    expect(await found(merchant, { q: "'; DROP TABLE payment_links; --" })).toEqual([]);
  });

  test("finds an amount however it is written, an upstream id, an address and a reference", async () => {
    const merchant = await newMerchant();
    const upstreamId = `plink_${crypto.randomUUID().slice(0, 8)}`;
    await add(merchant, { description: "rent", amountMinor: 123_450, upstreamId, reference: "K7Q4" });
    await add(merchant, { description: "other", amountMinor: 123_451 }, { description: "room 1234.50" });
    expect(await found(merchant, { q: "1.234,50" })).toEqual(["rent"]);
    expect(await found(merchant, { q: "$1,234.50" })).toEqual(["rent"]);
    expect(await found(merchant, { q: "1234.50" })).toEqual(["room 1234.50", "rent"]);
    for (const q of ["1'234.50", "\u202d1,234.50\u202c", "USD 1,234.50", "1,234.500", "１２３４．５０"]) {
      expect(await found(merchant, { q }), q).toContain("rent");
    }
    expect(await found(merchant, { q: upstreamId })).toEqual(["rent"]);
    expect(await found(merchant, { q: `https://pay.example/link/${upstreamId}` })).toEqual(["rent"]);
    expect(await found(merchant, { q: "ref k7q4" })).toEqual(["rent"]);
  });
});

test("an amount that can be read in several ways finds all of them, in the currency that it names", async () => {
  const merchant = await newMerchant();
  await add(
    merchant,
    { description: "small", amountMinor: 150, currency: "CRC" },
    { description: "thousands", amountMinor: 150_000, currency: "CRC" },
    { description: "dollars", amountMinor: 150_000, currency: "USD" },
    { description: "pesos", amountMinor: 150_000, currency: "COP" },
    { description: "millions", amountMinor: 150_000_000, currency: "COP" },
  );
  const finds = async (q: string) => (await found(merchant, { q })).sort();
  expect(await finds("1.500")).toEqual(["dollars", "pesos", "small", "thousands"]);
  expect(await finds("₡1.500")).toEqual(["small", "thousands"]);
  expect(await finds("$1500")).toEqual(["dollars", "pesos"]);
  expect(await finds("usd 1500")).toEqual(["dollars"]);
  expect(await finds("1'500.000")).toEqual(["dollars", "millions", "pesos", "thousands"]);
  expect(await finds("COP 1'500.000")).toEqual(["millions", "pesos"]);
  expect(await finds("JPY 1500")).toEqual([]);
  expect(await finds("1.500.00")).toEqual(["dollars", "pesos", "thousands"]);
});

describe("letters", () => {
  test.each([
    ["cafe", "Café con leche"],
    ["CAFÉ", "cafe\u0301 con leche"],
    ["cafe\u0301", "CAFÉ"],
    ["jose", "Para JOSÉ"],
    ["JOSE", "para josé"],
    ["nandu", "Ñandú"],
    ["ñandú", "nandu"],
    ["sao", "São Paulo"],
    ["strasse", "Straße 5"],
    ["smorrebrod", "Smørrebrød"],
    ["lodz", "ŁÓDŹ"],
    ["istanbul", "İSTANBUL"],
    ["офис", "ОФИС"],
    ["καφες", "ΚΑΦΈΣ"],
    ["cafe", "ｃａｆé"],
    ["oficina", "oﬁcina"],
    ["o'brien", "O’Brien"],
    ["10-20", "10\u201120"],
    ["cafe", "ca\u00adfé"],
    ["cafe", "cafe\u200b con leche"],
    ["قهوة", "قَهْوَة"],
  ])("%s finds %s", async (q, description) => {
    const merchant = await newMerchant();
    await add(merchant, { description }, { description: "something else" });
    expect(await found(merchant, q)).toEqual([description]);
  });
});

test("words are found in any order, each of them somewhere", async () => {
  const merchant = await newMerchant();
  await add(
    merchant,
    { description: "Desayuno para José", amountMinor: 250_000, currency: "CRC", reference: "K7Q4" },
    { description: "Desayuno para Ana", amountMinor: 250_000, currency: "USD" },
  );
  for (const q of [
    ...[
      "jose desayuno",
      "JOSE, desayuno",
      "“José”",
      "desayuno 2500 josé",
      "desayuno 2 500,00 jose",
      "crc desayuno",
    ],
    ...["₡ desayuno", "desayuno k7q4", "desayuno ref k7q4", "(ref K7Q4)", "ref: k7q4", "2500 crc"],
  ]) {
    expect(await found(merchant, q), q).toEqual(["Desayuno para José"]);
  }
  expect(await found(merchant, "desayuno 2500")).toHaveLength(2);
  expect(await found(merchant, "jose cena")).toEqual([]);
  expect(await found(merchant, "jose \u0301")).toHaveLength(1);
});

test("a typing error is forgiven in short words and in names of teammates too", async () => {
  const merchant = await newMerchant();
  const mateo = await teammate(merchant, "Mateo Vargas");
  await add(merchant, { description: "Torta de café" }, { description: "Té", createdById: mateo });
  for (const q of ["trota", "tosta", "tota", "torrta", "kafe torta", "tortq"]) {
    expect(await found(merchant, q), q).toEqual(["Torta de café"]);
  }
  for (const q of ["mteo", "maeto", "bargas", "té vragas"])
    expect(await found(merchant, q), q).toEqual(["Té"]);
  for (const q of ["atrot", "xz", "vras"]) expect(await found(merchant, q), q).toEqual([]);
});

test("an id and an address are found by enough of them, however they were copied", async () => {
  const merchant = await newMerchant();
  const [id = ""] = await add(merchant, { description: "rent", upstreamId: "plink_8fQ2xyz901" });
  await add(merchant, { description: "other", upstreamId: "plink_000000000a" });
  for (const q of [
    ...["plink_8fQ2xyz901", "PLINK_8FQ2XYZ901", "8fq2xyz", "xyz901"],
    ...["https://pay.example/link/plink_8fQ2xyz901", "http://pay.example/link/plink_8fQ2xyz901/?a=1"],
    ...[
      "pay.example/link/plink_8fQ2xyz901",
      id,
      id.toUpperCase(),
      `https://cobro.example/m/luna/links/${id}`,
    ],
  ]) {
    expect(await found(merchant, q), q).toEqual(["rent"]);
  }
  expect(await found(merchant, "link")).toEqual([]);
  expect(await found(merchant, "901")).toEqual([]);
});

test("a teammate is found by name, and what others made stays unseen where only the own links are", async () => {
  const merchant = await newMerchant();
  const [jose, maria] = [await teammate(merchant, "José Peña"), await teammate(merchant, "María José")];
  await add(
    merchant,
    { description: "by José", createdById: jose },
    { description: "by María", createdById: maria },
    { description: "by Ana" },
  );
  expect(await found(merchant, "jose")).toEqual(["by María", "by José"]);
  expect(await found(merchant, "PENA jose")).toEqual(["by José"]);
  expect(await found(merchant, "peña ana")).toEqual([]);
  await admin.query("UPDATE memberships SET removed_at = now() WHERE user_id = $1", [jose]);
  expect(await found(merchant, "pen\u0303a")).toEqual(["by José"]);
  const own = { merchantId: merchant.merchantId, onlyBy: maria };
  for (const q of ["jose", "by", "peña", "100"]) {
    const { links } = await historyPage(own, readableHistory({ q }), "UTC");
    expect(
      links.filter(({ createdBy }) => createdBy?.id !== maria),
      q,
    ).toEqual([]);
  }
  const neighbour = await newMerchant();
  expect(await found(neighbour, "jose")).toEqual([]);
});

/** Descriptions of the first page, newest first. */
async function found({ merchantId }: TestMerchant, q: string | { q: string }): Promise<string[]> {
  const query = readableHistory(typeof q === "string" ? { q } : q);
  const { links } = await historyPage(everyLink(merchantId), query, "UTC");
  return links.map(({ description }) => description ?? "");
}

function teammate({ merchantId }: TestMerchant, name: string): Promise<string> {
  return insertMember(admin, { name, merchant_id: merchantId, role: "cashier" });
}
