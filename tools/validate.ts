import { commandFile, prepareClient } from "@/bin/launch/prepare";
import { supervise } from "@/bin/process/supervisor";
import { checks } from "@/tools/checks";
import { runProgram } from "@/tools/run-program";

// The quick loop: all checks, then the unit tests. It continues after a failure, so that one run shows everything.

const unitTests = {
  name: "unit tests",
  program: [commandFile("vitest/vitest.mjs"), "run", "--project", "unit", "--allowOnly=false"],
};

await supervise(async (supervisor) => {
  // A fresh clone has no database client yet, which types and tests import.
  await prepareClient(supervisor);
  const failed: string[] = [];
  for (const { name, program } of [...checks, unitTests]) {
    console.log(`\n— ${name}`);
    if ((await runProgram(program)) !== 0) failed.push(name);
  }
  console.log(failed.length === 0 ? "\nAll fine." : `\nFailed: ${failed.join(", ")}`);
  process.exit(failed.length === 0 ? 0 : 1);
});
