import { commandFile } from "@/bin/launch/prepare";

/** A check that must pass before any test runs: its name, and the Node program with its arguments. */
export type Check = { name: string; program: string[] };

/** The checks of `npm run validate` and `npm test`. Each takes seconds, and needs neither a database nor a browser. */
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
