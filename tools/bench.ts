import { mkdir, readdir, writeFile } from "node:fs/promises";
import { cpus } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { CliError } from "@/bin/embedded-postgres/cli-error";
import { preparePortal } from "@/bin/launch/prepare";
import { runCommand } from "@/bin/process/command";
import { supervise } from "@/bin/process/supervisor";
import { runBench } from "@/tools/bench/run-bench";
import { toSummary } from "@/tools/bench/summary";
import { findBrowser } from "@/tools/test-browser";

// Runs the benchmarks one after another, and writes their results to .data/bench.json. `npm run bench -- --help`

const help = `npm run bench -- [--only <name>,<name>] [--full]

Runs the benchmarks of tests/bench, each on a database of its own, and writes what they found to bench.json in DATA_DIR.
Each figure is printed with its ratio to a floor: the least that could do the same, measured in the same run.

  --only   these alone
  --full   at the sizes that the goals name, up to an hour; otherwise all of them end in ten minutes
`;

runCommand(() =>
  supervise(async (supervisor) => {
    const { values } = parseArgs({
      options: { only: { type: "string" }, full: { type: "boolean" }, help: { type: "boolean" } },
    });
    const all = await benchNames();
    if (values.help) {
      process.stdout.write(`${help}\nThe benchmarks: ${all.join(", ")}\n`);
      process.exit(0);
    }
    const names = values.only?.split(",") ?? all;
    for (const name of names) {
      if (!all.includes(name))
        throw new CliError(`There is no benchmark ${name}; there are ${all.join(", ")}.`);
    }
    process.env.CHROMIUM_PATH = findBrowser();
    await preparePortal(supervisor);

    const results = [];
    for (const name of names) {
      console.log(`\n— ${name}`);
      results.push(await runBench(supervisor, name, values.full ? ["--full"] : []));
    }
    const dataDir = process.env.DATA_DIR || ".data";
    const file = path.join(dataDir, "bench.json");
    const machine = { node: process.version, platform: process.platform, cores: cpus().length };
    await mkdir(dataDir, { recursive: true });
    const report = { at: new Date().toISOString(), isFull: values.full ?? false, machine, results };
    await writeFile(file, `${JSON.stringify(report, null, 2)}\n`);
    console.log(`\n${toSummary(results)}\nAll figures: ${file}`);
    process.exit(results.every(({ isMet }) => isMet) ? 0 : 1);
  }),
);

async function benchNames(): Promise<string[]> {
  const files = await readdir("tests/bench");
  return files.flatMap((file) => (file.endsWith(".ts") ? [path.basename(file, ".ts")] : [])).sort();
}
