import { expect, test } from "vitest";
import { readAmountBound } from "@/lib/domain/payment-links/history/parse-filters";
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

test.each([
  ["cake - deposit", [["cake"], ["deposit"]]],
  ["cake – 50 %", [["cake"], ["50"]]],
  ["₡ cake 🎂", [["₡"], ["cake"], ["🎂"]]],
  ["- %", [["-"], ["%"]]],
])("the words of %j are %j: marks only separate, unless there is nothing else", (text, words) => {
  expect(parseSearch(text).terms.map((term) => term.words)).toEqual(words);
});

test.each([
  ["٥٧٥٠", [575_000]],
  ["٥٬٧٥٠٫٥٠", [575_050]],
  ["५,७५०.५०", [575_050]],
  ["５７５０", [575_000]],
  ["𝟓𝟕𝟓𝟎", [575_000]],
  ["𝟻𝟽𝟻𝟿", [575_900]],
])("%j is an amount in the digits of any script", (text, amountsMinor) => {
  expect(parseSearch(text).amounts?.amountsMinor).toEqual(amountsMinor);
});

test("a phone number may be in the digits of another script", () => {
  expect(parseSearch("٨٨٨٨ ٧٧٧٧").terms.map(({ phone }) => phone)).toEqual(["8888", "7777"]);
  expect(parseSearch("٨٨٨٨-٧٧٧٧").terms[0]?.phone).toBe("88887777");
  expect(parseSearch("8888-7777").terms[0]?.phone).toBe("88887777");
  expect(parseSearch("88887777").terms[0]?.phone).toBeNull();
});

test.each([
  ["5,000", 500_000],
  ["1.500", 150_000],
  ["1.500,50", 150_050],
  ["12.5", 1_250],
  ["₡2 500", 250_000],
  ["٥٠٠", 50_000],
  ["0", 0],
])("%j at an end of a range is %d hundredths: three decimals are thousands", (text, amountMinor) => {
  expect(readAmountBound(text).amountMinor).toBe(amountMinor);
});
