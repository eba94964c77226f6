import { migrateDatabase } from "@/bin/database/migrate-database";
import { runCommand } from "@/bin/process/command";
import { requireSetting } from "@/lib/platform/env";

runCommand(async () => {
  const applied = await migrateDatabase(requireSetting("DATABASE_URL"));
  console.log(applied.length > 0 ? `Applied ${applied.join(", ")}.` : "The database is up to date.");
  // The migration engine keeps a timer of ten seconds running, which would delay the exit.
  process.exit(0);
});
