import { randomUUID } from "node:crypto";
import { commandOperator } from "@/bin/admin/command-operator";
import { commands } from "@/bin/admin/commands";
import { CliError } from "@/bin/embedded-postgres/cli-error";
import { withDatabase } from "@/bin/launch/with-database";
import { runCommand } from "@/bin/process/command";
import { refuseOtherSecrets } from "@/bin/process/refuse-other-secrets";
import { findOperatorMerchant } from "@/lib/domain/operator/list-merchants";
import { recordOperation } from "@/lib/domain/operator/record-operation";
import { withRequestId } from "@/lib/platform/request-id";

/** How much of what a command was given is noted. No command is given a secret. */
const mostNoted = 300;

const help = `npm run admin -- <command>

${Object.entries(commands)
  .map(([name, { args, does }]) => `  ${`${name} ${args}`.trimEnd()}\n      ${does}`)
  .join("\n")}

It works on the database of DATABASE_URL. Without one it works on Cobro's own in DATA_DIR: the one that npm start is
running, or, when nothing runs, it starts that database for as long as the command takes.
With a DATABASE_URL, give it the same NEXTAUTH_SECRET, ENCRYPTION_KEYS and AUDIT_KEYS as the portal has.
`;

runCommand(async () => {
  const [name = "--help", ...args] = process.argv.slice(2);
  if (["--help", "-h", "help"].includes(name) || args.includes("--help")) {
    process.stdout.write(help);
    return;
  }
  const command = commands[name];
  if (!command) throw new CliError(`There is no command "${name}"; npm run admin -- --help lists them.`);
  let isWell = false;
  const work = () =>
    withDatabase(
      async () => {
        if (!command.isRepair) await refuseOtherSecrets();
        if (command.changes) await note(name, command.changes, args);
        isWell = await command.run(args);
      },
      { isMigrated: !command.isForEmpty },
    );
  // What the logs say of this command, and what it asks for, has one id.
  await withRequestId(`admin-${randomUUID()}`, work);
  // The migration engine keeps a timer of ten seconds running, which would delay the exit.
  process.exit(isWell ? 0 : 1);
});

async function note(name: string, changes: "merchant" | "other", args: string[]): Promise<void> {
  const merchant = changes === "merchant" && args[0] ? await findOperatorMerchant(args[0]) : null;
  const target = [name, ...args].join(" ").slice(0, mostNoted);
  const merchantId = merchant?.merchantId ?? null;
  await recordOperation({ by: commandOperator(), action: "command", merchantId, target });
}
