import { expect, test } from "vitest";
import { checkRows } from "@/lib/domain/payment-links/bulk/check-rows";
import type { Layout } from "@/lib/domain/payment-links/bulk/schema";
import type { Cell } from "@/lib/spreadsheets/table";

const layout: Layout = {
  hasHeader: false,
  columns: ["none", "description", "amount"],
  currency: "CRC",
  decimalMark: ",",
  country: "CR",
  noteColumns: {},
  takenTotals: [],
};

/** The numbers of the rows that look like a total, each with the column that says so. */
async function findTotals(cells: Cell[][], change: Partial<Layout> = {}) {
  const rows = cells.map((row, index) => ({ place: index + 1, cells: row }));
  const checked = await checkRows(rows, { ...layout, ...change });
  return checked.flatMap(({ place, problems }) =>
    (problems ?? []).flatMap(({ code, column }) => (code === "row_is_total" ? [[place, column]] : [])),
  );
}

const sales: Cell[][] = [
  ["Ana", "Marzo", "1.000"],
  ["Eva", "Abril", 500.5],
  ["Luis", "Mayo", "₡2.000"],
];

test.each([
  ...[
    "TOTAL",
    "Total:",
    "Subtotal",
    "SUB-TOTAL",
    "Gran total",
    "Totales",
    "Suma",
    "Suma total",
    "Importe total",
  ],
  ...[
    "Total (3)",
    "Total CRC",
    "Total a pagar",
    "Sum",
    "Grand Total",
    "* Total *",
    "Total amount",
    "3 totals",
  ],
  ...["Soma", "Total geral", "Totais", "Somatório", "Valor total", "Total a receber", "Subtotais"],
])("a last row that says only %j is no sale, whatever its amount", async (word) => {
  expect(await findTotals([...sales, ["", word, 7]])).toEqual([[4, 1]]);
});

test("a row that says more is a total if it is what the rows above it add up to", async () => {
  expect(await findTotals([...sales, ["TOTAL", "3 alumnos", 3_500.5]])).toEqual([[4, 0]]);
  expect(await findTotals([...sales, ["", "Total de marzo", "3.500,50"]])).toEqual([[4, 1]]);
  expect(await findTotals([...sales, ["Total", "3 alumnos", 3_500]])).toEqual([]);
  expect(await findTotals([...sales, ["Zoe", "Totalmente nuevo", 3_500.5]])).toEqual([]);
  expect(await findTotals([...sales, ["Zoe", "Sumatra", 3_500.5]])).toEqual([]);
});

test("what says that it is a total may be in a column that describes nothing", async () => {
  expect(await findTotals([...sales, ["TOTAL", "", 7]])).toEqual([[4, 0]]);
  expect(await findTotals([...sales, ["Zoe", "", 7]])).toEqual([]);
  expect(await findTotals([...sales, ["TOTAL", "", "x"]])).toEqual([]);
});

test("groups have their own totals, and there is one of all, in each currency", async () => {
  const table: Cell[][] = [
    ...sales.slice(0, 2),
    ["", "Subtotal de A", 1_500.5],
    ["Luis", "Mayo", 20],
    ["Zoe", "Mayo", "USD 9"],
    ["Sol", "Mayo", 30],
    ["", "Subtotal de B", 50],
    ["", "Total de todo", 1_550.5],
  ];
  expect(await findTotals(table)).toEqual([
    [3, 1],
    [7, 1],
    [8, 1],
  ]);
});

test("what is sold may be called so", async () => {
  expect(await findTotals([["Ana", "Total", 5], ...sales])).toEqual([]);
  expect(await findTotals([["", "Total", 5], ...sales])).toEqual([]);
  const everywhere = ["1", "2", "3"].map((amount) => ["", "Total", amount]);
  expect(await findTotals(everywhere)).toEqual([]);
});

test("a person can take it all the same", async () => {
  const table = [...sales, ["", "Total", 7]];
  expect(await findTotals(table, { takenTotals: [4] })).toEqual([]);
  expect(await findTotals(table, { takenTotals: [3] })).toEqual([[4, 1]]);
});
