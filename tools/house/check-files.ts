import { basename } from "node:path/posix";
import type { SourceFile } from "@/tools/house/read-source";

const longestFile = 200;

/** The house rules that are about a file as such; each answers what is wrong, or nothing. */
const rules: ((file: SourceFile) => string | false)[] = [
  ({ path, lines }) =>
    isIn(path, "app", "lib") &&
    lines > longestFile &&
    `has ${lines} lines; past ${longestFile} it is two things`,
  ({ path }) =>
    /^index\.tsx?$/.test(basename(path)) && "is a barrel; import from the file that has the thing",
  ({ exportsAll }) => exportsAll && "exports all of another file, as a barrel does",
  ({ path }) =>
    path.split("/").some((name) => /(?:^|[-.])(?:utils?|helpers?|misc)(?:[-.]|$)/.test(name)) &&
    "has a name that says nothing about what is in it",
  ({ path }) =>
    !/^[a-z0-9]+(?:[-.][a-z0-9]+)*$/.test(basename(path)) && "has a name that is not in kebab-case",
  ({ path, mintsMerchantId }) =>
    mintsMerchantId &&
    path !== "lib/domain/members/mint-merchant-id.ts" &&
    !isIn(path, "tools/campaign") &&
    "makes a MerchantId; only its mint in lib/domain/members does, for the gate in lib/web",
  ({ path, directives }) =>
    basename(path) === "actions.ts" &&
    !directives.includes("use server") &&
    'is called actions.ts and does not begin with "use server"',
  ({ path, directives, innerDirectives }) =>
    [...directives, ...innerDirectives].includes("use server") &&
    !(isIn(path, "app") && basename(path) === "actions.ts") &&
    "has server actions; they live in app, in files called actions.ts",
];

export function fileViolations(file: SourceFile): string[] {
  return rules.flatMap((rule) => {
    const wrong = rule(file);
    return wrong === false ? [] : [`${file.path} ${wrong}`];
  });
}

function isIn(path: string, ...folders: string[]): boolean {
  return folders.some((folder) => path.startsWith(`${folder}/`));
}
