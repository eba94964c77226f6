import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { findRetiredWords } from "@/tools/house/vocabulary";

const files = execFileSync("git", [
  "ls-files",
  "app",
  "lib",
  "bin",
  "tools",
  "tests",
  "docs",
  "*.md",
  "*.prisma",
])
  .toString()
  .split("\n")
  .filter((path) => /\.(?:tsx?|mjs|md|css|prisma)$/.test(path));

/** Interface sentences use the words of the people who read them; these two files are about the words themselves. */
const isElsewhere = (path: string) =>
  path.startsWith("lib/i18n/messages/") || /(?:^|\/)vocabulary(?:\.test)?\.ts$/.test(path);

test("no retired word stands in a name, a comment, a test or a document", () => {
  const found = files
    .filter((path) => !isElsewhere(path))
    .flatMap((path) => findRetiredWords(readFileSync(path, "utf8")).map((word) => `${path}: ${word}`));
  expect(files.length).toBeGreaterThan(700);
  expect(found).toEqual([]);
});

test.each([
  ["const wish = 1", "wish → create request"],
  ["/** Links in doubt. */", "in doubt → unconfirmed"],
  ["function listSightings() {}", "Sightings → upstream link record"],
  ["import './ticket-frame'", "ticket → link card"],
  ["const leftBehind = []", "left Behind → pending links"],
  ["settleLink(tx)", "settle → record the outcome"],
  ["function templatesOf() {}", "templatesOf → getFoo, findFoo, listFoos, toFoo"],
  ["const rowOf = (id: string) => id", "rowOf → getFoo, findFoo, listFoos, toFoo"],
])("finds the retired word in: %s", (source, expected) => {
  expect(findRetiredWords(source)).toEqual([expected]);
});

test.each([
  'action: "link.adopted"',
  "value instanceof Error",
  "Intl.supportedValuesOf('timeZone')",
  "const startOfDay = 1",
])("has nothing against: %s", (source) => {
  expect(findRetiredWords(source)).toEqual([]);
});
