import { startEmbeddedPostgres } from "@/bin/embedded-postgres/embedded-postgres";

// A process that starts the embedded database, as `npm start` does, and runs until it is killed. Like that, it does not
// end at once on Ctrl-C, because it would have other things to stop first.
const [dataDir = ""] = process.argv.slice(2);
process.on("SIGINT", () => {});
const { url } = await startEmbeddedPostgres({ dataDir, durable: false });
console.log(url);
setInterval(() => {}, 60_000);
