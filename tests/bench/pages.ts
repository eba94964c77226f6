import { readFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { mintMerchantId } from "@/lib/domain/members/mint-merchant-id";
import { figure } from "@/tests/bench/support/figure";
import { percentile, timed } from "@/tests/bench/support/measure";
import { sizes } from "@/tests/bench/support/sizes";
import { HttpVisitor } from "@/tests/support/http-visitor";
import { linkRows } from "@/tests/support/link-rows";
import { weighPage } from "@/tests/support/page-weight";
import { startPortal } from "@/tests/support/start-portal";
import { startStatementCounter } from "@/tests/support/statement-counter";
import { inEnvironment } from "@/tools/campaign/environment";
import { signUpMerchant } from "@/tools/campaign/merchants";

// What each main page costs the built portal (npm run build): the time of its process on a processor, statements in
// Postgres, and bytes.

const { runs, rounds, links } = sizes(
  { runs: 60, rounds: 3, links: 60 },
  { runs: 200, rounds: 7, links: 200 },
);
/** The processor's ticks per second, in which Linux counts the time of a process. */
const ticksPerSecond = 100;

await inEnvironment({}, async (environment) => {
  const counter = await startStatementCounter(environment.settings.DATABASE_URL ?? "");
  environment.later(counter.close);
  const logFile = path.join(environment.directory, "portal.log");
  const counted = await startPortal({ ...environment.settings, DATABASE_URL: counter.url }, logFile);
  environment.later(counted.stop);
  const portal = await startPortal(environment.settings, logFile);
  environment.later(portal.stop);
  const signedIn = await signUpMerchant(portal.url, environment, 0);
  const ids = await addLinks(environment.adminUrl, signedIn);

  const nobody = new HttpVisitor(portal.url);
  const pages: [name: string, http: HttpVisitor, address: string][] = [
    ["sign-in", nobody, "/login"],
    ["new link", signedIn.http, `${signedIn.path}/links/new`],
    ["history", signedIn.http, `${signedIn.path}/links`],
    ["a link", signedIn.http, `${signedIn.path}/links/${ids[0]}`],
  ];
  for (const [name, http, address] of pages) {
    const same = http.at(counted.url);
    await same.html(address);
    const statements = await counter.during(() => same.html(address));
    if (process.env.BENCH_DEBUG) console.log(statements.texts);
    const weight = await weighPage(http, address);
    figure({ what: `${name}: statements`, value: statements.count });
    figure({ what: `${name}: transactions`, value: statements.transactions });
    figure({ what: `${name}: HTML`, value: weight.html / 1000, unit: "kB" });
    figure({ what: `${name}: HTML, gzip`, value: weight.htmlGzip / 1000, unit: "kB" });
    figure({ what: `${name}: of it the flight payload`, value: weight.payload / 1000, unit: "kB" });
    figure({ what: `${name}: scripts, gzip`, value: weight.script / 1000, unit: "kB" });
  }
  const costs = new Map<string, number[]>(pages.map(([name]) => [name, []]));
  const took = new Map<string, number[]>(pages.map(([name]) => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, http, address] of pages) {
      const before = processorMs(portal.pid);
      for (let run = 0; run < runs; run += 1) {
        const ms = await timed(() => http.html(address));
        if (round > 0) took.get(name)?.push(ms);
      }
      // The first round warms up.
      if (round > 0) costs.get(name)?.push((processorMs(portal.pid) - before) / runs);
    }
  }
  for (const [name, found] of costs) {
    const sorted = found.sort((a, b) => a - b);
    figure({ what: `${name}: processor`, value: percentile(sorted, 0.5), unit: "ms" });
    figure({
      what: `${name}: answered`,
      value: percentile(
        (took.get(name) ?? []).sort((a, b) => a - b),
        0.5,
      ),
      unit: "ms",
    });
  }
  const [, resident = "0"] =
    /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${portal.pid}/status`, "utf8")) ?? [];
  figure({ what: "memory after it", value: Number(resident) / 1_024, unit: "MB" });
});

/** How long a process has been running on a processor, in all its threads. */
function processorMs(pid: number | undefined): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
    .replace(/^.*\) /, "")
    .split(" ");
  return ((Number(fields[11]) + Number(fields[12])) * 1_000) / ticksPerSecond;
}

async function addLinks(
  adminUrl: string,
  { merchantId, userId, path: address }: { merchantId: string; userId: string; path: string },
): Promise<string[]> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  const owner = {
    merchantId: mintMerchantId(merchantId),
    actor: { userId, ip: null },
    slug: address.slice(3),
  };
  const rows = Array.from({ length: links }, (_, at) => ({
    description: `Almuerzo del día para ${at} personas`,
    upstreamId: crypto.randomUUID(),
  }));
  const ids = await linkRows(admin)(owner, ...rows);
  await admin.end();
  return ids.reverse();
}
