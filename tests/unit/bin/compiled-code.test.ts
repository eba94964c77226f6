import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { crc32 } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import * as z from "zod";

const folder = mkdtempSync(path.join(tmpdir(), "cobro-compiled-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const number = path.join(folder, "number.cjs");
const later = path.join(folder, "later.cjs");
const index = path.join(folder, "compiled", "index.json");
const places = z.record(z.string(), z.looseObject({ sum: z.number() }));
const isOwn = process.versions.node.startsWith("20.");

/** What a process prints that loads both files. */
function run(how: "keepCompiledCode" | "takeCompiledCode"): string {
  const source = `
    import { createRequire } from "node:module";
    import { ${how} } from ${JSON.stringify(path.resolve("bin/compiled-code.mjs"))};
    ${how}(${JSON.stringify(folder)});
    const require = createRequire(import.meta.url);
    const { answer } = require(${JSON.stringify(number)});
    const { name } = await require(${JSON.stringify(later)}).load();
    console.log(answer(), name);`;
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", source], {
    encoding: "utf8",
  });
  expect(stderr).toBe("");
  return stdout.trim();
}

const writeNumber = (value: number) => {
  const source = `exports.answer = () => { const path = require("node:path"); return path.basename(__filename) + ${value}; };`;
  writeFileSync(number, source);
  return crc32(source);
};

test.runIf(isOwn)("what was compiled is taken, unless the source is another one", () => {
  writeNumber(1);
  writeFileSync(later, 'exports.load = async () => ({ name: typeof (await import("node:os")).arch });');
  expect(run("keepCompiledCode")).toBe("number.cjs1 function");
  // What imports something later is compiled each time: it could not, in this version of Node.
  const kept = places.parse(JSON.parse(readFileSync(index, "utf8")));
  expect(Object.keys(kept).map((name) => path.basename(name))).toEqual(["number.cjs"]);
  expect(run("takeCompiledCode")).toBe("number.cjs1 function");

  // As long as before, which is all that V8 looks at.
  const sum = writeNumber(2);
  expect(run("takeCompiledCode")).toBe("number.cjs2 function");

  // Only with the checksum of the other source is what was compiled of the first one taken.
  for (const place of Object.values(kept)) place.sum = sum;
  writeFileSync(index, JSON.stringify(kept));
  expect(run("takeCompiledCode")).toBe("number.cjs1 function");

  writeFileSync(path.join(folder, "compiled", "code"), Buffer.alloc(100_000));
  expect(run("takeCompiledCode")).toBe("number.cjs2 function");
});
