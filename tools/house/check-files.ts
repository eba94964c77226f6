import { basename } from "node:path/posix";
import type { SourceFile } from "@/tools/house/read-source";

const longestFile = 200;

/** The verbs that the file of a use-case can begin with: `create-merchant.ts`. A missing one can be added. */
const verbs =
  "accept admit annotate begin build cancel change check choose close connect control create decrypt disable disconnect dismiss email end enroll \
export find follow get guess hash import invite lease link list mark match mint note open parse pause prove purge read record remove renew reopen replace request reset resolve revoke \
rotate run save scan seal send share sweep switch sync undo verify wipe".split(/\s+/);

/** Files of a noun that hold a rule or a value. */
const policies = [
  "permissions",
  "second-factor-rule",
  "transitions",
  "reference",
  "backoff",
  "secret-context",
];

/** Rules about a single file. Each answers what is wrong, or false. */
const rules: ((file: SourceFile) => string | false)[] = [
  ({ path, lines }) =>
    isIn(path, "app", "lib") &&
    lines > longestFile &&
    `has ${lines} lines; past ${longestFile} it is two things`,
  ({ path }) =>
    /^index\.tsx?$/.test(basename(path)) && "is a barrel; import from the file that has the thing",
  ({ forwards }) => forwards && "exports what another file has; import it from there",
  ({ path }) =>
    path.split("/").some((name) => /(?:^|[-.])(?:utils?|helpers?|misc)(?:[-.]|$)/.test(name)) &&
    "has a name that says nothing about what is in it",
  ({ path }) =>
    !/^[a-z0-9]+(?:[-.][a-z0-9]+)*$/.test(basename(path)) && "has a name that is not in kebab-case",
  ({ path }) =>
    isIn(path, "lib/domain") &&
    !isNounFile(basename(path, ".ts")) &&
    "is no schema.ts, errors.ts, store, known rule or verb-noun.ts, which is all that a noun's folder holds",
  ({ path, mintsMerchantId }) =>
    mintsMerchantId &&
    path !== "lib/domain/members/mint-merchant-id.ts" &&
    !isIn(path, "tools/campaign") &&
    "makes a MerchantId; only its mint in lib/domain/members does, for the gate in lib/web",
  ({ takesMerchantTwice }) =>
    takesMerchantTwice && "takes a MerchantId beside a transaction that carries its own",
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

function isNounFile(name: string): boolean {
  if (["schema", "errors", "store", ...policies].includes(name) || name.endsWith("-store")) return true;
  return verbs.some((verb) => name.startsWith(`${verb}-`));
}

function isIn(path: string, ...folders: string[]): boolean {
  return folders.some((folder) => path.startsWith(`${folder}/`));
}
