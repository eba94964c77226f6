import { expect, test } from "vitest";
import { type HistoryFilters, haveNoSharedCurrency } from "@/lib/domain/payment-links/history/parse-filters";

test.each<[HistoryFilters, boolean]>([
  [{}, false],
  [{ min: "10", max: "20" }, false],
  [{ min: "10", max: "20", currency: "CRC" }, false],
  [{ min: "USD 10", max: "€20" }, true],
  [{ min: "$10", max: "US$20" }, false],
  [{ max: "$20", currency: "MXN" }, false],
  [{ max: "$20", currency: "CRC" }, true],
  [{ min: "USD 10", max: "$20", currency: "MXN" }, true],
])("whether %j can only find nothing is %s", (filters, expected) => {
  expect(haveNoSharedCurrency(filters)).toBe(expected);
});
