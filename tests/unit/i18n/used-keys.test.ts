import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { en } from "@/lib/i18n/messages/en/catalogue";
import { flattenCatalogue } from "@/tests/support/flatten-catalogue";

/** All sources but the catalogues, which would find each key in itself. */
const sources = ["app", "lib", "bin"].flatMap((room) =>
  readdirSync(room, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !file.startsWith("lib/i18n/messages/"))
    .map((file) => readFileSync(file, "utf8")),
);

/** Scripts for browsers import some groups by themselves, this one through a file of another name, and call them `said`. */
const files: Record<string, string> = { drafts: "draft-sentences" };

/** Whether a file may show a sentence: it names the sentence's group, and its key or the parts that do not vary. */
function mayUse(source: string, group: string, key: string): boolean {
  if (!new RegExp(`["'\`.]${group}["'\`.]|/${files[group] ?? group}"`).test(source)) return false;
  const escaped = key.replaceAll(".", "\\.");
  if (new RegExp(`["'\`.]${escaped}["'\`]|\\bsaid\\.${escaped}\\b`).test(source)) return true;
  return [...source.matchAll(/`([\w.]*)\$\{[^`{}]*\}([\w.]*)`/g)].some(
    ([, before = "", after = ""]) =>
      before + after !== "" &&
      key.length > (before + after).length &&
      (key.startsWith(before) || `${group}.${key}`.startsWith(before)) &&
      key.endsWith(after),
  );
}

/** Groups whose keys are codes: each has all codes of a type or does not compile, and a variable holds the key. */
const byCode = new Set([
  ...["auditEvent", "auditGroup", "bulkPause", "bulkProblem", "bulkState", "download", "draftPaused"],
  ...[
    "errors",
    "expiry",
    "exported",
    "exportLines",
    "exportRun",
    "filterIssue",
    "operation",
    "ownerMail",
    "providerProblem",
  ],
  ...["refusedOrigin", "seen", "shareChannel", "team", "timeline", "unanswered"],
]);

test("every sentence is shown somewhere", () => {
  const all = [...flattenCatalogue(en).keys()].map((name) => ({ name, at: name.indexOf(".") }));
  const unused = all.filter(({ name, at }) => {
    const group = name.slice(0, at);
    return !byCode.has(group) && !sources.some((source) => mayUse(source, group, name.slice(at + 1)));
  });
  expect(unused.map(({ name }) => name)).toEqual([]);
});
