import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

// Next asks in advance for the pages behind its links and forms. Where nobody waits with a customer before them, that is
// work for the server and nothing else: decision 0090.

const sources = ["app", "lib"]
  .flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile() && entry.name.endsWith(".tsx"))
  .map((entry) => `${entry.parentPath}/${entry.name}`)
  .map((path) => ({ path, source: readFileSync(path, "utf8") }));

test("a page is loaded in advance only where a customer waits for it", () => {
  const eager = sources.filter(({ source }) => /from "next\/(?:link|form)"/.test(source));
  expect(eager.map(({ path }) => path)).toEqual([
    "app/m/[merchant]/links/[linkId]/_full-screen/show-link.tsx",
  ]);
});
