import pg from "pg";
import { migrateDatabase } from "@/bin/database/migrate-database";
import { withDatabase } from "@/bin/launch/with-database";
import { refuseOtherSecrets } from "@/bin/process/refuse-other-secrets";
import { env, requireSetting } from "@/lib/platform/env";
import { keyProvider } from "@/lib/platform/secret-box/key-provider";

/** Runs work with a connection to the database that `npm start` would use, migrated, with the rights of its owner. */
export function onMigratedDatabase(work: (client: pg.Client) => Promise<void>): Promise<void> {
  return withDatabase(async () => {
    requireSetting("NEXTAUTH_SECRET");
    keyProvider();
    const url = requireSetting("DATABASE_URL");
    await migrateDatabase(url);
    await refuseOtherSecrets();
    // A pooler in transaction mode would not keep what the connection sets.
    const client = new pg.Client({
      connectionString: env().DATABASE_DIRECT_URL ?? url,
      application_name: "cobro seed",
    });
    await client.connect();
    await work(client).finally(() => client.end());
  });
}
