import { readFile, stat } from "node:fs/promises";
import fc from "fast-check";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { builtActions } from "./build-manifest";
import { WatchedDatabase } from "./database";
import { createFixtures } from "./fixtures";
import { type HostileCall, hostileCall, sendHostile } from "./hostile-calls";
import { canary } from "./hostile-values";
import { Scene } from "./scene";

// Every page, route handler and action gets what nobody should send, from everybody: a few hundred calls here, and
// `HOSTILE_CALLS=50000 HOSTILE_SEED=7 npx vitest run --project http tests/http/access/hostile-input` for a long run.

const calls = Number(process.env.HOSTILE_CALLS ?? 400);
const seed = Number(process.env.HOSTILE_SEED ?? Date.now() % 1_000_000);
/** How many calls are sent before the rows that they changed are restored. */
const batch = 100;
const atOnce = 4;

const database = new WatchedDatabase();
let scene: Scene;

beforeAll(async () => {
  await database.open();
  scene = await Scene.set(await createFixtures(), database);
  await scene.sandboxKey();
  await database.watch(Object.values(scene.merchantIds));
});

afterAll(() => database.close());

test(`whatever ${calls} calls hold, nothing breaks and nothing of it is run (seed ${seed})`, {
  timeout: 60_000 + calls * 1_000,
}, async () => {
  const { logFile } = inject("portal");
  const logStart = (await stat(logFile)).size;
  const built = await builtActions();
  const found: { call: HostileCall; wrong: string[] }[] = [];
  const waiting = fc.sample(hostileCall, { numRuns: calls, seed });
  while (waiting.length > 0) {
    const next = waiting.splice(0, batch);
    const sender = async () => {
      for (let call = next.pop(); call; call = next.pop()) {
        const wrong = await sendHostile(call, { scene, built }).catch((error: unknown) => [String(error)]);
        if (wrong.length > 0) found.push({ call, wrong });
      }
    };
    await Promise.all(Array.from({ length: atOnce }, sender));
    await database.mend();
  }
  const log = findInLog((await readFile(logFile)).subarray(logStart).toString());
  expect({ found, log }).toEqual({ found: [], log: [] });
});

/** Next's own words about a form that it refuses, with nothing of the form in them. */
const refusal = /^(?:(?: ⨯ )?Error: Invalid Server Actions request\.| +at ignore-listed frames)?$/;

/** Lines that we did not write, and faults that nobody has handled. */
function findInLog(log: string): string[] {
  return log.split("\n").filter((line) => {
    if (line === "") return false;
    if (!line.startsWith("{")) return true;
    const { level, code, msg = "" }: { level: number; code: string; msg?: string } = JSON.parse(line);
    if (code === "console") return !msg.split("\n").every((part) => refusal.test(part));
    return level >= 50 || code === canary;
  });
}
