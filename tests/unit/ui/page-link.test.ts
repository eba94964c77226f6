import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

// Next loads the page behind each link in advance. Where nobody waits with a customer before them, that is work for the
// server and nothing else.

const inAdvance = [
  // The tabs of the frame.
  "lib/ui/nav-links.tsx",
  // To a new link, and to a link that is shown to a customer, and back.
  "app/m/[merchant]/links/_history/history-pane.tsx",
  "app/m/[merchant]/links/[linkId]/_card/link-tools.tsx",
  "app/m/[merchant]/links/[linkId]/_card/next-customer.tsx",
  "app/m/[merchant]/links/[linkId]/_full-screen/show-link.tsx",
  "app/m/[merchant]/links/[linkId]/show/page.tsx",
];

const sources = ["app", "lib"]
  .flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile() && entry.name.endsWith(".tsx"))
  .map((entry) => `${entry.parentPath}/${entry.name}`)
  .map((path) => ({ path, source: readFileSync(path, "utf8") }));

test("a page is loaded in advance only where people wait for it", () => {
  const eager = sources.filter(
    ({ source }) =>
      /import Link\b[^;]* from "next\/link"/.test(source) && !source.includes("prefetch={false}"),
  );
  expect(eager.map(({ path }) => path).sort()).toEqual([...inAdvance].sort());
});

test("a form that searches loads nothing in advance", () => {
  const forms = sources.filter(({ source }) => source.includes('from "next/form"'));
  expect(forms.length).toBeGreaterThan(0);
  for (const { path, source } of forms) expect(source, path).toContain("prefetch={false}");
});
