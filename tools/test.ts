import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseEnv } from "node:util";
import { CliError } from "@/bin/embedded-postgres/cli-error";
import { commandFile, preparePortal } from "@/bin/launch/prepare";
import { report } from "@/bin/process/command";
import { supervise } from "@/bin/process/supervisor";
import { checks } from "@/tools/checks";
import { runProgram } from "@/tools/run-program";
import { findBrowser } from "@/tools/test-browser";
import { add, readTally, type Tally } from "@/tools/test-report";
import vitestConfig from "@/vitest.config";

// Runs everything, on a machine that may have only Node and npm. Each check counts as one test, and whatever could not
// run counts as failed. The tests ignore `.env` and exported settings, which differ between developers.

const startedAt = Date.now();
for (const name of Object.keys(parseEnv(readFileSync(".env.example", "utf8")))) process.env[name] = "";

Reflect.deleteProperty(process.env, "NODE_ENV");

await supervise(async (supervisor) => {
  let tally: Tally = { passed: 0, failed: 0, skipped: 0 };
  const wentBadly: string[] = [];
  const count = async (name: string, run: () => Promise<Tally> | Promise<void>) => {
    console.log(`\n— ${name}`);
    const result = await run().then(
      (counted) => counted ?? { passed: 1, failed: 0, skipped: 0 },
      (error: unknown) => {
        report(error);
        return { passed: 0, failed: 1, skipped: 0 };
      },
    );
    tally = add(tally, result);
    if (result.failed + result.skipped > 0) wentBadly.push(name);
  };

  await count("browser", async () => {
    process.env.CHROMIUM_PATH = findBrowser();
  });
  await count("build", () => preparePortal(supervisor));
  for (const { name, program } of checks) {
    await count(name, async () => {
      const code = await runProgram(program);
      if (code !== 0)
        throw new CliError(`The check of ${name} failed with exit code ${code}; it says why above.`);
    });
  }
  // Quick tests alone. The others wait for browsers and databases half of the time, and use both cores only together:
  // those in a browser take as long as all the rest, and those of faults do little but wait.
  const [quick = "", ...slow] = projects();
  const lanes = [["e2e"], ["faults"], slow.filter((name) => !["e2e", "faults"].includes(name))];
  await count(`${quick} tests`, () => vitest(quick));
  await Promise.all(
    lanes.map(async (lane) => {
      for (const project of lane) await count(`${project} tests`, () => vitest(project, project));
    }),
  );

  const { passed, failed, skipped } = tally;
  console.log(`\nDone in ${Math.round((Date.now() - startedAt) / 1000)} s`);
  // The error may be far above, and sometimes only the end of the output is kept.
  if (wentBadly.length > 0) console.log(`Look at: ${wentBadly.join(", ")}`);
  console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
  process.exit(failed + skipped === 0 ? 0 : 1);
});

/** The vitest projects. Each is run by itself, so that it is noticed when one finds no tests. */
function projects(): string[] {
  return (vitestConfig.test?.projects ?? []).map((project) => {
    if (typeof project !== "object" || !("test" in project) || typeof project.test?.name !== "string") {
      throw new Error("every project in vitest.config.ts needs a name here");
    }
    return project.test.name;
  });
}

async function vitest(project: string, label?: string): Promise<Tally> {
  const directory = await mkdtemp(path.join(tmpdir(), "cobro-test-"));
  const reportFile = path.join(directory, "report.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${reportFile}`];
  const command = [commandFile("vitest/vitest.mjs"), "run", "--project", project, "--allowOnly=false"];
  const code = await runProgram([...command, ...reporters], label);
  const tally = await readTally(reportFile, code);
  await rm(directory, { recursive: true });
  return tally;
}
