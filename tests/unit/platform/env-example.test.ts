import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseEnv as parseFile } from "node:util";
import { expect, it } from "vitest";
import { parseEnv } from "@/lib/platform/env";

const settingsFile = "lib/platform/env.ts";
const example = parseFile(readFileSync(".env.example", "utf8"));

it(".env.example lists every setting, and nothing else", () => {
  const settings = readFileSync(settingsFile, "utf8").match(/^ {4}[A-Z_]+(?=: )/gm) ?? [];
  const names = new Set(settings.map((name) => name.trim()).filter((name) => name !== "NODE_ENV"));
  expect(names.size).toBeGreaterThan(15);
  expect(Object.keys(example).sort()).toEqual([...names].sort());
});

it(".env.example changes no default when it is copied as it is", () => {
  expect(parseEnv(example)).toEqual(parseEnv({}));
});

it("no setting is offered that nothing reads", () => {
  const code = ["app", "bin", "lib", "prisma"]
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => `${folder}/${file}`),
    )
    .filter(
      (file) =>
        /\.tsx?$/.test(file) &&
        !file.startsWith("prisma/generated/") &&
        path.normalize(file) !== settingsFile,
    )
    .map((file) => readFileSync(file, "utf8"))
    .join("\n");
  const unread = Object.keys(example).filter((name) => !new RegExp(`\\b${name}\\b`).test(code));
  expect(unread).toEqual([]);
});
