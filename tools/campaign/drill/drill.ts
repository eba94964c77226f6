import { CliError } from "@/bin/embedded-postgres/cli-error";
import { type BackupMethod, copyDatabase } from "@/tools/campaign/drill/copy-database";
import { dumpDatabase } from "@/tools/campaign/drill/dump-database";
import { isDrillPassed, printDrill } from "@/tools/campaign/drill/print-drill";
import { runDrill } from "@/tools/campaign/drill/run-drill";
import type { Environment } from "@/tools/campaign/environment";

const owner = "cobro";

/** Answers whether every link and audit row was there again. */
export async function drill({ adminUrl, sandboxUrl, directory }: Environment): Promise<boolean> {
  const method = await chooseMethod(adminUrl, directory);
  const report = await runDrill({ adminUrl, sandboxUrl, method, merchants: 6, before: 60, after: 40 });
  printDrill(report);
  return isDrillPassed(report);
}

async function chooseMethod(adminUrl: string, directory: string): Promise<BackupMethod> {
  try {
    return await dumpDatabase(adminUrl, owner, directory);
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    console.log(`No drill of backup and restore themselves: ${error.message}`);
    console.log(
      "A copy of the database within the server stands for the backup; what comes after is the same.",
    );
    return copyDatabase(adminUrl, owner);
  }
}
