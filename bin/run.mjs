import { takeCompiledCode } from "./compiled-code.mjs";
import { builtPrograms, loadProgram, programs } from "./load-program.mjs";

// `node bin/run.mjs web`: the same as `npm run web`, without npm in between. What follows the name is the program's.
const [name = ""] = process.argv.splice(2, 1);
if (!Object.hasOwn(programs, name)) {
  console.error(
    `There is no program ${JSON.stringify(name)}; there are: ${Object.keys(programs).join(", ")}`,
  );
  process.exit(1);
}
takeCompiledCode(builtPrograms);
await loadProgram(name);
