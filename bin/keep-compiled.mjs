import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { keepCompiledCode } from "./compiled-code.mjs";
import { builtPrograms, loadProgram } from "./load-program.mjs";

// Runs the portal that was just built until it has answered once, so that what V8 compiled meanwhile is kept for every later
// start. Its settings are made up, and it does without a database.

const { port } = await freePort();
const url = `http://127.0.0.1:${port}`;
Object.assign(process.env, {
  ...{ HOST: "127.0.0.1", PORT: String(port), APP_URL: url, WEB_CONCURRENCY: "1" },
  DATABASE_URL: "postgres://nobody@127.0.0.1:1/nothing",
  NEXTAUTH_SECRET: randomBytes(32).toString("base64url"),
  ENCRYPTION_KEYS: `k1:${randomBytes(32).toString("base64")}`,
});
keepCompiledCode(builtPrograms);
await loadProgram("web");
// The first page that anybody sees, and what `npm start` asks for before.
await awaitAnswer("/login");
await awaitAnswer("/api/health/ready");
process.kill(process.pid, "SIGTERM");

/** @param {string} path */
async function awaitAnswer(path) {
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; await sleep(50)) {
    const answer = await fetch(url + path).catch(() => undefined);
    if (answer) return answer.text();
  }
  throw new Error(`${path} is not answered`);
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  if (typeof address !== "object" || !address) throw new Error("there is no free port");
  return address;
}
