import module from "node:module";
import path from "node:path";
import { builtPrograms, loadProgram, programs } from "./load-program.mjs";

// `node bin/run.mjs web`: the same as `npm run web`, without npm in between. What follows the name is the program's.
const [name = ""] = process.argv.splice(2, 1);
if (!Object.hasOwn(programs, name)) {
  console.error(
    `There is no program ${JSON.stringify(name)}; there are: ${Object.keys(programs).join(", ")}`,
  );
  process.exit(1);
}
// From Node 22 on, what was compiled once is kept; compiling takes a quarter of every start.
module.enableCompileCache?.(path.join(builtPrograms, "../cache/compiled"));
await loadProgram(name);
