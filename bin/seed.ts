import { parseArgs } from "node:util";
import { CliError } from "@/bin/embedded-postgres/cli-error";
import { prepareClient } from "@/bin/launch/prepare";
import { runCommand } from "@/bin/process/command";
import { supervise } from "@/bin/process/supervisor";

const help = `npm run seed -- --demo
    One café with months of links in every state, a team in all roles, and a key of the sandbox that works.
    Prints how to sign in.

npm run seed -- --merchants <count> --links <count> [--seed <number>]
    So many merchants, some far larger than others, with so many links among them, made up but likely.
    The same number after --seed makes the same merchants, people and links; another one adds others. It is 1 if not given.

Works on the database of DATABASE_URL. Without one it works on Cobro's own in DATA_DIR: the one that npm start is running,
or, when nothing runs, it starts that database for as long as it takes.
With a DATABASE_URL, give it the same NEXTAUTH_SECRET, ENCRYPTION_KEYS and AUDIT_KEYS as the portal has.
`;

runCommand(() =>
  supervise(async (supervisor) => {
    const { values } = parseArgs({
      options: {
        demo: { type: "boolean" },
        merchants: { type: "string" },
        links: { type: "string" },
        seed: { type: "string", default: "1" },
        help: { type: "boolean", short: "h" },
      },
    });
    const isFill = values.merchants !== undefined || values.links !== undefined;
    if (values.help || Boolean(values.demo) === isFill) {
      process.stdout.write(help);
      process.exit(values.help ? 0 : 1);
    }
    const seed = wholeNumber("seed", values.seed);
    const merchants = wholeNumber("merchants", values.merchants ?? "1");
    const links = wholeNumber("links", values.links ?? "0");
    // A fresh clone has no database client yet, and the next imports need it.
    await prepareClient(supervisor);
    const { onMigratedDatabase } = await import("@/bin/seed/on-database");
    const { seedDemo } = await import("@/bin/seed/demo");
    const { fill } = await import("@/bin/seed/fill");
    await onMigratedDatabase((client) =>
      values.demo ? seedDemo(client) : fill(client, { merchants, links, seed }),
    );
    // The migration engine keeps a timer of ten seconds running, which would delay the exit.
    process.exit();
  }),
);

function wholeNumber(name: string, text: string): number {
  const number = Number(text.replaceAll("_", ""));
  const isFine = /^[\d_]+$/.test(text) && number <= 100_000_000 && (name !== "merchants" || number > 0);
  if (!isFine)
    throw new CliError(`--${name} ${text}: must be a whole number${name === "merchants" ? " above 0" : ""}`);
  return number;
}
