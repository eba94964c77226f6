import { describe, expect, test } from "vitest";
import { checkRows } from "@/lib/domain/payment-links/bulk/check-rows";
import { guessLayout } from "@/lib/domain/payment-links/bulk/guess-layout";
import { countRowsAbove } from "@/lib/domain/payment-links/bulk/read-titles";
import type { Layout } from "@/lib/domain/payment-links/bulk/schema";
import type { Cell } from "@/lib/spreadsheets/table";

const usual = { currency: "CRC", decimalMark: ",", country: "CR" } as const;
const rows = (...cells: Cell[][]) => cells.map((row, index) => ({ place: index + 1, cells: row }));

describe("the columns", () => {
  test.each<[string, Cell[][], Partial<Layout>]>([
    [
      "by Spanish names",
      [
        ["Cliente", "Teléfono", "Concepto", "Monto", "Moneda"],
        ["Ana", "88887777", "Cuota de marzo", "12.500,00", "CRC"],
      ],
      {
        hasHeader: true,
        columns: ["none", "none", "description", "amount", "currency"],
        noteColumns: { customerName: 0, customerPhone: 1 },
        decimalMark: ",",
      },
    ],
    [
      "by English names",
      [
        ["Name", "Amount", "Description"],
        ["Ana", "1,250.50", "March"],
      ],
      {
        hasHeader: true,
        columns: ["none", "amount", "description"],
        noteColumns: { customerName: 0 },
        decimalMark: ".",
      },
    ],
    [
      "without names",
      [
        ["1", "Cuota de Ana", "12500,50"],
        ["2", "Cuota de Luis", "9000,25"],
        ["3", "Cuota de Eva", "7000,00"],
      ],
      { hasHeader: false, columns: ["none", "description", "amount"], decimalMark: "," },
    ],
    [
      "by names that say nothing",
      [
        ["A", "B"],
        ["Cuota", 5],
        ["Otra", 6.5],
      ],
      { hasHeader: true, columns: ["description", "amount"], decimalMark: "," },
    ],
    [
      "with what only the team sees",
      [
        ["Ref.", "Nombre", "WhatsApp", "Detalle", "Total", "Etiquetas", "Observaciones"],
        [1001, "Ana", 88887777, "Cuota", "5,00", "7A; becados", "Hermana de Luis"],
      ],
      {
        columns: ["none", "none", "none", "description", "amount", "none", "none"],
        noteColumns: { customerReference: 0, customerName: 1, customerPhone: 2, tags: 5, note: 6 },
      },
    ],
    [
      "but not telephone numbers where one of them is none",
      [
        ["Detalle", "Monto", "Teléfono"],
        ["Cuota", "5,00", "8888-7777"],
        ["Cuota", "5,00", "preguntar"],
      ],
      { columns: ["description", "amount", "none"], noteColumns: {} },
    ],
    [
      "with a description that names the customer",
      [
        ["Cliente", "Monto"],
        ["Ana", "5,00"],
      ],
      { columns: ["description", "amount"], noteColumns: { customerName: 0 } },
    ],
    [
      "with the total as the amount, and not the price of one or how many there are",
      [
        ["Producto", "Cantidad", "Precio", "Total"],
        ["Café", "2", "1.50", "3.00"],
      ],
      { columns: ["description", "none", "none", "amount"] },
    ],
    [
      "with the price of one where there is no total",
      [
        ["Producto", "Cantidad", "Precio unitario", "Total"],
        ["Café", "2", "1.50", ""],
      ],
      { columns: ["description", "none", "amount", "none"] },
    ],
    [
      "with a price that is called otherwise, and not how many there are",
      [
        ["Cantidad", "Descripción", "P. Unitario"],
        ["2", "Café", "1,50"],
        ["3", "Pan", "2,00"],
      ],
      { columns: ["none", "description", "amount"] },
    ],
    [
      "with how much is paid where it is called like how many",
      [
        ["Concepto", "Cantidad"],
        ["Café", 2],
      ],
      { columns: ["description", "amount"], currency: "CRC" },
    ],
    ...(
      [
        ["Monto (USD)", "USD"],
        ["Monto en dólares", "USD"],
        ["Importe €", "EUR"],
        ["Precio $", "USD"],
        ["Total ₡", "CRC"],
        ["Valor (R$)", "BRL"],
        ["Monto USD/CRC", "CRC"],
        ["Total mes", "CRC"],
      ] as const
    ).map(([title, currency]): [string, Cell[][], Partial<Layout>] => [
      `in the currency of ${title}`,
      [
        ["Concepto", title],
        ["Café", "2,50"],
      ],
      { columns: ["description", "amount"], currency },
    ]),
    [
      "with what is left to pay",
      [
        ["Cliente", "Monto", "Total", "Saldo"],
        ["Ana", 5, 7, 2],
      ],
      { columns: ["description", "none", "none", "amount"] },
    ],
    [
      "with the decimals of amounts in another currency",
      [
        ["Detail", "Amount"],
        ["Miete", "CHF 1'234.50"],
        ["Tee", "₹45.00"],
      ],
      { decimalMark: "." },
    ],
    ["of a single row", [["Café", "2,50"]], { hasHeader: false, columns: ["description", "amount"] }],
  ])("are guessed %s", (_, cells, layout) => {
    expect(guessLayout(rows(...cells), usual)).toMatchObject(layout);
  });

  test("may be named below a title, which has fewer cells", () => {
    const table: Cell[][] = [
      ["Cuotas"],
      ["Fecha", { date: "2026-03-01" }],
      ["Cliente", "Concepto", "Monto"],
      ["Ana", "Marzo", 5],
    ];
    expect(countRowsAbove(rows(...table))).toBe(2);
    expect(countRowsAbove(rows(["Ana", "Marzo", 3], ...table.slice(2)))).toBe(0);
    expect(countRowsAbove(rows(...table.slice(2)))).toBe(0);
    expect(countRowsAbove(rows(["Cuotas"], ["Ana", "Marzo", 5]))).toBe(0);
    expect(countRowsAbove(rows(...table.slice(0, 2)))).toBe(0);
  });
});

const layout: Layout = {
  hasHeader: false,
  columns: ["description", "amount", "currency"],
  currency: "CRC",
  decimalMark: ",",
  country: "CR",
  noteColumns: {},
  takenTotals: [],
};

async function check(cells: Cell[], change: Partial<Layout> = {}) {
  const [row] = await checkRows(rows(cells), { ...layout, ...change });
  return row?.problems?.map(({ column, code }) => [column, code]) ?? [row?.amountMinor, row?.currency];
}

describe("a row", () => {
  test.each<[Cell[], unknown[]]>([
    [
      ["Café", "1.500"],
      [150_000, "CRC"],
    ],
    [
      ["Café", "1.500,50", "usd"],
      [150_050, "USD"],
    ],
    [
      ["Café", "₡1 500"],
      [150_000, "CRC"],
    ],
    [
      ["Café", 1500.5],
      [150_050, "CRC"],
    ],
    [
      ["Café", 0.1 + 0.2],
      [30, "CRC"],
    ],
    [["Café", 1.1, "$"], [[2, "currency_not_offered"]]],
    [["Café", 33.333], [[1, "amount_too_many_decimals"]]],
    [["Café", -5], [[1, "amount_negative"]]],
    [["Café", "1.50"], [[1, "amount_other_decimal_mark"]]],
    [["Café", "1,500"], [[1, "amount_other_decimal_mark"]]],
    [
      ["Café", "USD 12,50"],
      [1_250, "USD"],
    ],
    [["Café", "USD 12,50", "CRC"], [[1, "amount_currency_contradicted"]]],
    [["Café", "$12,50"], [[1, "amount_currency_contradicted"]]],
    [["Café", "EUR $12,50"], [[1, "amount_currency_contradicted"]]],
    [["Café", "12,50 XYZ"], [[1, "amount_not_a_number"]]],
    [["Café", { date: "2026-03-01" }], [[1, "amount_is_date"]]],
    [
      ["Café", { number: 12.5, mark: "€" }],
      [1_250, "EUR"],
    ],
    [
      [
        { number: 0.1 + 0.2, mark: "₡" },
        { number: 12.5, mark: "₡" },
      ],
      [1_250, "CRC"],
    ],
    [["Café", { number: 12.5, mark: "$" }], [[1, "amount_currency_contradicted"]]],
    [
      ["Café", { number: 12.5, mark: "$" }, "USD"],
      [1_250, "USD"],
    ],
    [["Café", { number: 12.5, mark: "€" }, "USD"], [[1, "amount_currency_contradicted"]]],
    [["Café", { number: 12.5, mark: "₲" }], [[1, "amount_currency_not_offered"]]],
    [
      ["Café", { number: 12.5, mark: "KG" }],
      [1_250, "CRC"],
    ],
    [["#N/A", "5"], [[0, "description_is_error"]]],
    [["#¡REF!", "5"], [[0, "description_is_error"]]],
    [
      ["#1", "5"],
      [500, "CRC"],
    ],
    [["Café", "#N/A"], [[1, "amount_not_a_number"]]],
    [["Café", ""], [[1, "amount_empty"]]],
    [
      ["", "5", "XYZ"],
      [
        [2, "currency_not_offered"],
        [0, "description_missing"],
      ],
    ],
    [
      ["x".repeat(501), "0"],
      [
        [1, "amount_zero"],
        [0, "description_too_long"],
      ],
    ],
  ])("%j", async (cells, expected) => {
    expect(await check(cells)).toEqual(expected);
  });

  test("with points before decimals has the same rules the other way round", async () => {
    const points = { decimalMark: "." } as const;
    expect(await check(["Café", "1,500"], points)).toEqual([150_000, "CRC"]);
    expect(await check(["Café", "1.50"], points)).toEqual([150, "CRC"]);
    expect(await check(["Café", "1.500"], points)).toEqual([[1, "amount_other_decimal_mark"]]);
    expect(await check(["Café", 1500.5], points)).toEqual([150_050, "CRC"]);
  });

  test("can have its description in two columns", async () => {
    const [row] = await checkRows(rows(["Ana", "5", "Marzo"]), {
      ...layout,
      columns: ["description", "amount", "description"],
    });
    expect(row?.description).toBe("Ana · Marzo");
  });

  test("says what is wrong with its customer, by column", async () => {
    const noteColumns = { customerPhone: 2, tags: 3 };
    const columns = layout.columns.slice(0, 2);
    const tags = Array.from({ length: 11 }, (_, tag) => tag).join(",");
    expect(await check(["Café", "5", "123", tags], { columns, noteColumns })).toEqual([
      [3, "tags_too_many"],
      [2, "phone_too_short"],
    ]);
  });

  test("for another customer is not the same", async () => {
    const change = { columns: layout.columns.slice(0, 2), noteColumns: { customerName: 2 } };
    const table = rows(["Cuota", "5", "Ana"], ["Cuota", "5", "Eva"], ["Cuota", "5", "Ana"]);
    const checked = await checkRows(table, { ...layout, ...change });
    expect(checked.map(({ sameAs }) => sameAs)).toEqual([null, null, 1]);
  });

  test("knows the earlier row with the same content", async () => {
    const checked = await checkRows(rows(["Café", "5"], ["Té", "5"], ["Café", 5], ["Café", "x"]), layout);
    expect(checked.map(({ sameAs }) => sameAs)).toEqual([null, null, 1, null]);
  });
});
