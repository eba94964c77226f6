import { describe, expect, test } from "vitest";
import { csvLine } from "@/lib/core/csv";

describe("a line of CSV", () => {
  test.each([
    ["plain", "plain"],
    ["two, with a comma", '"two, with a comma"'],
    ['a "quoted" word', '"a ""quoted"" word"'],
    [" padded ", '" padded "'],
    ["=1+1", "'=1+1"],
    ["+506 8888", "'+506 8888"],
    ["-5", "'-5"],
    ["@cmd", "'@cmd"],
    ['=HYPERLINK("x",1)', '"\'=HYPERLINK(""x"",1)"'],
  ])("writes %j as %s", (cell, written) => {
    expect(csvLine([cell])).toBe(`${written}\r\n`);
  });

  test("leaves numbers and nothing as they are", () => {
    expect(csvLine([-5, null, "a"])).toBe("-5,,a\r\n");
  });
});
