import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

// A style sheet that asks for an attribute which nothing sets any more fails silently.

const files = ["app", "lib"]
  .flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile())
  .map((entry) => `${entry.parentPath}/${entry.name}`);

function readAll(extension: RegExp): string {
  return files
    .filter((path) => extension.test(path))
    .map((path) => readFileSync(path, "utf8"))
    .join("\n");
}

test("every data attribute that a style sheet selects is set by a component", () => {
  const selected = new Set([...readAll(/\.css$/).matchAll(/\[data-([a-z-]+)/g)].map(([, name = ""]) => name));
  expect(selected.size).toBeGreaterThan(0);
  const code = readAll(/\.tsx?$/);
  const isSet = (name: string) => {
    const camel = name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
    return new RegExp(`\\bdata-${name}\\b|\\bdataset\\.${camel}\\b`).test(code);
  };
  expect([...selected].filter((name) => !isSet(name))).toEqual([]);
});
