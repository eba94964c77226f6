import { commandFile } from "@/bin/launch/prepare";

/** What has to hold before any test runs: a name, and the Node program with its arguments that checks it. */
export type Check = { name: string; program: string[] };

/** The one list of checks, for `npm run validate` and `npm test`. Each takes seconds and needs no database or browser. */
export const checks: Check[] = [
  { name: "database schema", program: [commandFile("prisma/build/index.js"), "validate"] },
  {
    name: "lint and format",
    program: [commandFile("@biomejs/biome/bin/biome"), "check", "--error-on-warnings", "."],
  },
  { name: "route types", program: [commandFile("next/dist/bin/next"), "typegen"] },
  { name: "types", program: [commandFile("typescript/bin/tsc"), "--noEmit"] },
  { name: "unused code", program: [commandFile("knip/bin/knip.js"), "--treat-config-hints-as-errors"] },
  { name: "licences", program: ["--import", "tsx", "tools/check-licences.ts"] },
];
