import { expect, test } from "vitest";
import { parseSearch } from "@/lib/domain/payment-links/history/parse-search";

test.each([
  ["#becados", [["becados"]]],
  ["##Becados pan", [["Becados"], ["pan"]]],
  ["(#תגית)", [["תגית"]]],
  ["mesa #12", [["mesa"], ["#12"]]],
  ["#", [["#"]]],
])("the words of %j are %j: a tag is stored without its sign", (text, words) => {
  expect(parseSearch(text).terms.map((term) => term.words)).toEqual(words);
});
