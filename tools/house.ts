import { readFileSync } from "node:fs";
import { dirname } from "node:path/posix";
import { importViolations } from "@/tools/house/check-imports";
import { tableViolations } from "@/tools/house/check-tables";
import { findFileCircles, findFolderCircles } from "@/tools/house/import-graph";
import { readHouse } from "@/tools/house/read-house";
import { floors } from "@/tools/house/rooms";

// `npm run house`: the rooms, floors, refused imports and circles of the code, as the architecture test sees them.

const { files, known, edges } = readHouse();
const code = files.filter(({ path }) => /^(?:app|lib)\//.test(path));
const lines = code.map(({ lines }) => lines).sort((a, b) => a - b);
const longest = code.reduce((one, other) => (other.lines > one.lines ? other : one));
const folders = groupByFolder();
const [largest = ["", []]] = [...folders].sort(([, one], [, other]) => other.length - one.length);
const violations = files.flatMap((file) => [
  ...importViolations(file, known),
  ...tableViolations(file.path, readFileSync(file.path, "utf8")),
]);
const fileCircles = findFileCircles(edges);
const folderCircles = findFolderCircles(edges);

for (const [floor, rooms] of floors.entries()) console.log(`floor ${floor}  ${rooms.join("  ")}`);
console.log(`
rooms under lib/      ${floors.flat().filter((room) => room.startsWith("lib/")).length}
floors under lib/     ${floors.length - 1}
files                 ${code.length} in app/ and lib/, median ${lines[lines.length >> 1]} lines
longest file          ${longest.lines} lines, ${longest.path}
largest folder        ${largest[1].length} files, ${largest[0]}
imports refused       ${violations.length}
circles of files      ${fileCircles.length}
circles of folders    ${folderCircles.length}`);
for (const violation of violations) console.log(`  ${violation}`);
for (const circle of [...fileCircles, ...folderCircles]) console.log(`  circle: ${circle.join(", ")}`);
process.exitCode = violations.length + fileCircles.length + folderCircles.length === 0 ? 0 : 1;

function groupByFolder(): Map<string, typeof code> {
  const groups = new Map<string, typeof code>();
  for (const file of code) {
    const folder = dirname(file.path);
    groups.set(folder, [...(groups.get(folder) ?? []), file]);
  }
  return groups;
}
