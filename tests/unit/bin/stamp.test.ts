import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { hashFiles } from "@/bin/launch/stamp";

let directory: string;
let before: string;

const sources = () => [path.join(directory, "app"), path.join(directory, "next.config.js"), "nowhere"];

beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), "cobro-stamp-"));
  await mkdir(path.join(directory, "app", "m"), { recursive: true });
  await writeFile(path.join(directory, "app", "m", "page.tsx"), "one");
  await writeFile(path.join(directory, "next.config.js"), "two");
  before = await hashFiles(sources());
});
afterEach(() => rm(directory, { recursive: true }));

it("is the same for the same files", async () => {
  expect(await hashFiles(sources())).toBe(before);
});

it.each([
  ["a changed file", () => writeFile(path.join(directory, "app", "m", "page.tsx"), "three")],
  ["a new file", () => writeFile(path.join(directory, "app", "new.tsx"), "")],
  ["a file that is gone", () => rm(path.join(directory, "next.config.js"))],
  ["another name", () => rename(path.join(directory, "app", "m"), path.join(directory, "app", "n"))],
])("differs for %s", async (_, change) => {
  await change();
  expect(await hashFiles(sources())).not.toBe(before);
});
