import { readFileSync } from "node:fs";
import { parseEnv as parseFile } from "node:util";
import { expect, it } from "vitest";
import { parseEnv } from "@/lib/env";

const example = parseFile(readFileSync(".env.example", "utf8"));

it(".env.example lists every setting, and nothing else", () => {
  const settings = readFileSync("lib/env.ts", "utf8").match(/^ {4}[A-Z_]+(?=: )/gm) ?? [];
  const names = new Set(settings.map((name) => name.trim()).filter((name) => name !== "NODE_ENV"));
  expect(names.size).toBeGreaterThan(15);
  expect(Object.keys(example).sort()).toEqual([...names].sort());
});

it(".env.example changes no default when it is copied as it is", () => {
  expect(parseEnv(example)).toEqual(parseEnv({}));
});
