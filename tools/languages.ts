import { rm } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { commandFile } from "@/bin/launch/prepare";
import { runCommand } from "@/bin/process/command";
import { makePseudoCopy } from "@/tools/languages/pseudo-copy";
import { runProgram } from "@/tools/run-program";
import { findBrowser } from "@/tools/test-browser";

// Opens every screen at 320 and 390 px and looks for text that is cut, that leaves its button or lies over another, in
// each language: `npm run languages`. With `-- --pseudo`, in a copy whose English is longer and accented, so that texts
// outside of the catalogues are found too. Pictures are in .data/languages. `-- --only history,inbox` for some screens.

runCommand(async () => {
  const { values } = parseArgs({ options: { only: { type: "string" }, pseudo: { type: "boolean" } } });
  const repository = process.cwd();
  process.env.CHROMIUM_PATH = findBrowser();
  process.env.LOOK_AT = values.pseudo ? "pseudo" : "en-US,es-CR,pt-BR";
  process.env.LOOK_IN = path.join(repository, ".data/languages");
  if (values.only) process.env.LOOK_ONLY = values.only;
  const copy = values.pseudo ? await makePseudoCopy(repository) : undefined;
  if (copy) process.chdir(copy);
  const vitest = commandFile("vitest/vitest.mjs");
  const code = await runProgram([vitest, "run", "--config", "tools/languages/vitest.config.ts"]);
  process.chdir(repository);
  if (copy) await rm(copy, { recursive: true, force: true });
  process.exit(code);
});
