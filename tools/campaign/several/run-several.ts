import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { seededRandom } from "@/tests/support/seeded-random";
import { repository } from "@/tests/support/start-portal";
import type { Environment } from "@/tools/campaign/environment";
import { type CampaignMerchant, signUpMerchant } from "@/tools/campaign/merchants";
import { type Comparison, compare, countMigrations } from "@/tools/campaign/several/compare";
import { type Installation, openInstallation, restartAll } from "@/tools/campaign/several/installation";
import { type Failure, Load } from "@/tools/campaign/several/load";
import { makeOtherBuild } from "@/tools/campaign/several/other-build";

export type SeveralOptions = { seed: number; minutes: number; people: number; merchants: number };

export type SeveralReport = Comparison & {
  requests: number;
  failures: Failure[];
  latencies: number[];
  kills: [string, number][];
  migrations: { applied: number; repeated: number; failed: number };
  /** Of the web process that is not killed: after the warm-up and at the end, in megabytes. */
  memory: { before: number | null; after: number | null };
  wanted: number;
};

const warmUpMs = 60_000;
const betweenKillsMs = 30_000;

export async function runSeveral(environment: Environment, options: SeveralOptions): Promise<SeveralReport> {
  const random = seededRandom(options.seed);
  const otherRelease = await makeOtherBuild(environment.directory);
  const migrations = await migrateAtOnce(environment);
  const installation = await openInstallation(environment);
  const merchants: CampaignMerchant[] = [];
  for (let index = 0; index < options.merchants; index += 1) {
    merchants.push(await signUpMerchant(installation.url, { ...environment, ...installation }, index));
  }
  const load = new Load(installation.url, random);
  const people = Array.from({ length: options.people }, (_, index) => merchants[index % merchants.length]);
  const working = people.map((merchant) => merchant && load.beOnePerson(merchant));
  const begin = (phase: string) => {
    load.phase = phase;
    console.log(`${phase}: ${load.requests} requests so far, ${load.failures.length} failures`);
  };

  await sleep(warmUpMs / 2);
  begin("rolling restart");
  await restartAll(installation);
  begin("rolling deploy");
  installation.release = otherRelease;
  await restartAll(installation);
  begin("warm-up");
  await sleep(warmUpMs);
  const [first] = installation.webs;
  const before = (await first?.memory()) ?? null;
  begin("kills");
  const kills = await killInTurn(environment, installation, options.minutes * 60_000);
  const after = (await first?.memory()) ?? null;
  begin("end");
  load.isOver = true;
  await Promise.all(working);
  const comparison = await compare(merchants, load.wanted, environment.adminUrl);
  const { requests, failures, latencies } = load;
  return {
    ...{ ...comparison, requests, failures, latencies, kills, migrations },
    ...{ memory: { before, after }, wanted: load.wanted.length },
  };
}

/** Something else is killed every half a minute; the second web process and never the first, whose memory is watched. */
async function killInTurn(
  { restartPostgres }: Environment,
  { webs, workers, pooler, upstream }: Installation,
  forMs: number,
): Promise<[string, number][]> {
  const counts = new Map<string, number>();
  const parts = [webs[1], workers[0], pooler, "postgres", upstream, workers[1]] as const;
  const until = Date.now() + forMs;
  for (let turn = 0; Date.now() + betweenKillsMs < until; turn += 1) {
    await sleep(betweenKillsMs);
    const part = parts[turn % parts.length];
    if (part === undefined) continue;
    const name = part === "postgres" ? part : part.name;
    counts.set(name, (counts.get(name) ?? 0) + 1);
    if (part === "postgres") {
      await restartPostgres("immediate");
      continue;
    }
    await part.end("SIGKILL");
    await sleep(1_000);
    await part.start();
  }
  await sleep(Math.max(0, until - Date.now()));
  return [...counts];
}

/** Ten processes migrate one empty database at the same moment. */
async function migrateAtOnce(environment: Environment): Promise<SeveralReport["migrations"]> {
  const admin = new pg.Client({ connectionString: environment.adminUrl });
  await admin.connect();
  await admin.query("CREATE DATABASE many OWNER cobro").finally(() => admin.end());
  const url = new URL("many", environment.settings.DATABASE_URL).href;
  const env = { ...process.env, ...environment.settings, DATABASE_URL: url };
  const ends = await Promise.all(
    Array.from({ length: 10 }, async () => {
      const args = ["bin/run.mjs", "migrate"];
      const child = spawn(process.execPath, args, { cwd: repository, env, stdio: "ignore" });
      const [code] = await once(child, "exit");
      return Number(code);
    }),
  );
  return { ...(await countMigrations(url)), failed: ends.filter((code) => code !== 0).length };
}
