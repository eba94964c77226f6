import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

test("each icon has its picture and its class in the style sheet, and the sheet has no others", () => {
  const css = readFileSync("app/icons.css", "utf8");
  const names = [...readFileSync("lib/ui/icon.tsx", "utf8").matchAll(/\| "(\w+)"/g)].map(([, name]) => name);
  expect(names.length).toBeGreaterThan(20);
  expect([...css.matchAll(/--icon-(\w+): url/g)].map(([, name]) => name)).toEqual(names);
  expect([...css.matchAll(/\.i-(\w+) \{\s+--icon: var\(--icon-\1\)/g)].map(([, name]) => name)).toEqual(
    names,
  );
});
