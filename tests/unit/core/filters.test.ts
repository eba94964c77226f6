import { expect, test } from "vitest";
import * as z from "zod";
import { choiceFilter, readFilters } from "@/lib/core/filters";

const schema = z.object({ state: choiceFilter(["open", "failed"], { ready: "open" }) });

test.each([
  ["open", "open"],
  ["OPEN", "open"],
  ["ready", "open"],
  [" failed ", "failed"],
  ["", undefined],
])("reads %j as %j", (typed, state) => {
  expect(readFilters(schema, { state: typed })).toEqual({ ok: true, value: state ? { state } : {} });
});

test.each(["constructor", "toString", "__proto__", "hasOwnProperty", "paid"])("knows no %s", (typed) => {
  expect(readFilters(schema, { state: typed })).toEqual({
    ok: false,
    code: "unreadable",
    issues: [{ name: "state", code: "not_in_list" }],
  });
});
