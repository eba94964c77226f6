import { expect, test } from "vitest";
import { readFilters } from "@/lib/core/filters";
import { overviewFilters, toPeriod } from "@/lib/domain/payment-links/overview/schema";

test.each([
  [{}, 30],
  [{ days: "" }, 30],
  [{ days: "7" }, 7],
  [{ days: "90", other: "x" }, 90],
])("%j asks for an overview of %d days", (query, period) => {
  const read = readFilters(overviewFilters, query);
  expect(read.ok && toPeriod(read.value)).toBe(period);
});

test.each([
  ["abc", "not_in_list"],
  ["8", "not_in_list"],
  [["7", "30"], "repeated"],
])("days %j are said to be wrong, and not taken for others", (days, code) => {
  expect(readFilters(overviewFilters, { days })).toEqual({
    ok: false,
    code: "unreadable",
    issues: [{ name: "days", code }],
  });
});
