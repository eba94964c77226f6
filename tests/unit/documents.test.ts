import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

// Commands, files and links that a document mentions must exist.

const documents = [
  ...readdirSync(".").filter((file) => file.endsWith(".md")),
  ...filesBelow("docs").filter((file) => file.endsWith(".md")),
];
const code = ["app", "bin", "lib", "prisma", "tests", "tools"]
  .flatMap(filesBelow)
  .filter((file) => /\.(tsx?|mjs|prisma|sql)$/.test(file) && !file.startsWith("prisma/generated/"));
const scripts = Object.keys(JSON.parse(readFileSync("package.json", "utf8")).scripts);

it("finds the documents", () => {
  for (const file of ["README.md", "CONTRIBUTING.md", "docs/glossary.md", "docs/decisions/README.md"]) {
    expect(documents).toContain(file);
  }
});

describe.each(documents)("%s", (document) => {
  const text = readFileSync(document, "utf8");

  it("links only to files that are there", () => {
    const targets = [...text.matchAll(/\]\(([^)\s]+)\)|<img src="([^"]+)"/g)].map(
      ([, link, image]) => link ?? image ?? "",
    );
    const local = targets.filter((target) => !/^(https?:|mailto:|#)/.test(target));
    const missing = local.filter(
      (target) => !existsSync(path.join(path.dirname(document), target.replace(/#.*/, ""))),
    );
    expect(missing).toEqual([]);
  });

  it("names only files and folders that are there", () => {
    const paths = [...text.matchAll(/`((?:app|bin|docs|lib|prisma|tests|tools)\/[^`\s<>*]*)`/g)];
    expect(paths.map(([, name = ""]) => name).filter((name) => !existsSync(name))).toEqual([]);
  });
});

it("each test that holds a promise of docs/security.md is there", () => {
  const named = [
    ...readFileSync("docs/security.md", "utf8").matchAll(/`((?:unit|integration|e2e|bench)\/[^`]+)`/g),
  ];
  expect(named.length).toBeGreaterThan(100);
  const files = new Set(code.map((file) => file.replace(/(\.test)?\.tsx?$/, "")));
  expect(named.map(([, name]) => name).filter((name) => !files.has(`tests/${name}`))).toEqual([]);
});

it("no document, setting, comment or message names a command that is not there", () => {
  const unknown = [...documents, ".env.example", ...code].flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/\bnpm run ([a-z][a-z:-]*[a-z])/g)]
      .filter(([, script = ""]) => !scripts.includes(script))
      .map(([labels]) => `${file}: ${labels}`),
  );
  expect(unknown).toEqual([]);
});

it("nor a task of the operator's that is not there", () => {
  const { stdout } = spawnSync(process.execPath, ["bin/run.mjs", "admin", "--help"], {
    encoding: "utf8",
  });
  const tasks = [...stdout.matchAll(/^ {2}([a-z][a-z-]+)/gm)].map(([, task]) => task);
  expect(tasks).toContain("rotate-keys");
  const unknown = [...documents, ".env.example", ...code].flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/\bnpm run admin -- ([a-z][a-z-]*)/g)]
      .filter(([, task = ""]) => !tasks.includes(task))
      .map(([labels]) => `${file}: ${labels}`),
  );
  expect(unknown).toEqual([]);
});

it("every script of package.json is in a document", () => {
  const all = documents.map((document) => readFileSync(document, "utf8")).join("\n");
  // `npm run build` is for deployments of one part; the other commands build by themselves.
  const tracked = (script: string) => new RegExp(`npm (run )?${script}\\b|\\| .*\`${script}\``).test(all);
  expect(scripts.filter((script) => !tracked(script))).toEqual([]);
});

describe("the decisions", () => {
  const index = readFileSync("docs/decisions/README.md", "utf8");
  const records = readdirSync("docs/decisions").filter((file) => /^\d{4}-/.test(file));

  // Records that are written at the same time may leave a gap.
  it("have a number each", () => {
    expect(new Set(records.map((file) => file.slice(0, 4))).size).toBe(records.length);
  });

  it.each(records)("%s is in the index under its title, and says why and what", (file) => {
    const text = readFileSync(path.join("docs/decisions", file), "utf8");
    const title = text.split("\n")[0]?.replace(/^# /, "") ?? "";
    expect(title).toMatch(new RegExp(`^${file.slice(0, 4)} · `));
    expect(index).toContain(`[${title}](${file})`);
    expect(text).toContain("**Context.**");
    expect(text).toContain("**Decision.**");
  });
});

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}
