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
    await migrateDatabase(requireSetting("DATABASE_URL"));
    await refuseOtherSecrets();
    const client = await connectToSeed();
    await work(client).finally(() => client.end());
  });
}

/** A connection with the rights of the database's owner. */
export async function connectToSeed(): Promise<pg.Client> {
  const client = new pg.Client({
    // A pooler in transaction mode would not keep what the connection sets.
    connectionString: env().DATABASE_DIRECT_URL ?? requireSetting("DATABASE_URL"),
    application_name: "cobro seed",
  });
  await client.connect();
  return client;
}
