import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { migrate } from "@/bin/database/migrate";
import { startEmbeddedPostgres } from "@/bin/embedded-postgres/embedded-postgres";
import { runCommand } from "@/bin/process/command";
import { checkMigrationName, writeMigration } from "@/tools/write-migration";

// `npm run db:new -- NAME`. It uses an empty Postgres of its own and touches no other database.

const help = `npm run db:new -- NAME

Change prisma/schema.prisma first. This writes prisma/migrations/<time>_NAME/migration.sql: the SQL for the change, and
row-level security and grants for each new table of a merchant's. Read it, complete it, then run the tests.
`;

runCommand(async () => {
  const [name, ...rest] = process.argv.slice(2);
  if (name === undefined || rest.length > 0 || name === "--help") {
    process.stdout.write(help);
    process.exit(name === "--help" ? 0 : 1);
  }
  checkMigrationName(name);
  const dataDir = await mkdtemp(path.join(tmpdir(), "cobro-db-new-"));
  const postgres = await startEmbeddedPostgres({ dataDir, durable: false });
  try {
    await migrate(postgres.url);
    const file = await writeMigration({
      name,
      now: new Date(),
      databaseUrl: postgres.url,
      schemaFile: "prisma/schema.prisma",
      directory: "prisma/migrations",
    });
    console.log(`Wrote ${file}. Read it before you run it: \`npm run migrate\`, or the next \`npm start\`.`);
  } finally {
    await postgres.stop();
    await rm(dataDir, { recursive: true });
  }
  // The migration engine keeps a timer of ten seconds running, which would delay the exit.
  process.exit(0);
});
