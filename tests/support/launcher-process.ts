import { startEmbeddedPostgres } from "@/bin/embedded-postgres/embedded-postgres";

// A process that starts the embedded database, as `npm start` does, and lives until it is killed. A Ctrl-C does not end
// it at once: it has other things to stop first.
const [dataDir = ""] = process.argv.slice(2);
process.on("SIGINT", () => {});
const { url } = await startEmbeddedPostgres({ dataDir, durable: false });
console.log(url);
setInterval(() => {}, 60_000);
