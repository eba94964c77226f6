import path from "node:path";
import { buildBareApp } from "@/tests/bench/support/bare-app";
import { figure } from "@/tests/bench/support/figure";
import { median, ratios, timed } from "@/tests/bench/support/measure";
import { addLinks } from "@/tests/bench/support/page-of-links";
import { processorMs, residentMegabytes } from "@/tests/bench/support/processes";
import { sizes } from "@/tests/bench/support/sizes";
import { phone } from "@/tests/support/devices";
import { HttpVisitor } from "@/tests/support/http-visitor";
import { weighPage } from "@/tests/support/page-weight";
import { startPortal } from "@/tests/support/start-portal";
import { startStatementCounter } from "@/tests/support/statement-counter";
import { inEnvironment } from "@/tools/campaign/environment";
import { signUpMerchant } from "@/tools/campaign/merchants";

// What each main page costs the built portal (npm run build): the time of its process on a processor, beside an empty
// page of the same Next.js, statements in Postgres, and bytes.

const { runs, rounds, links } = sizes(
  { runs: 60, rounds: 3, links: 60 },
  { runs: 200, rounds: 7, links: 200 },
);
/**
 * How many times what an empty page takes a page may take of a processor. The goals were set as 4 and 12 ms on a machine
 * where the empty page took 2.2.
 */
const goals: Record<string, number> = {
  "sign-in": 4 / 2.2,
  "new link": 12 / 2.2,
  "new link, on a phone": 12 / 2.2,
};

await inEnvironment({}, async (environment) => {
  const counter = await startStatementCounter(environment.settings.DATABASE_URL ?? "");
  environment.later(counter.close);
  const logFile = path.join(environment.directory, "portal.log");
  const counted = await startPortal({ ...environment.settings, DATABASE_URL: counter.url }, logFile);
  environment.later(counted.stop);
  const portal = await startPortal(environment.settings, logFile);
  environment.later(portal.stop);
  const bareApp = await buildBareApp();
  environment.later(bareApp.remove);
  const bare = await bareApp.start();
  environment.later(bare.stop);
  const signedIn = await signUpMerchant(portal.url, environment, 0);
  const ids = await addLinks(environment.adminUrl, signedIn, links);

  const nobody = new HttpVisitor(portal.url);
  // A phone is sent no list beside the form and the link.
  const onPhone = signedIn.http.with(phone.userAgent);
  const pages: [name: string, http: HttpVisitor, address: string][] = [
    ["sign-in", nobody, "/login"],
    ["new link", signedIn.http, `${signedIn.path}/links/new`],
    ["new link, on a phone", onPhone, `${signedIn.path}/links/new`],
    ["history", signedIn.http, `${signedIn.path}/links`],
    ["history, on a phone", onPhone, `${signedIn.path}/links`],
    ["a link", signedIn.http, `${signedIn.path}/links/${ids[0]}`],
    ["a link, on a phone", onPhone, `${signedIn.path}/links/${ids[0]}`],
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
    figure({ what: `${name}: HTML, as it is sent`, value: weight.sent / 1000, unit: "kB" });
    figure({ what: `${name}: of it the flight payload`, value: weight.payload / 1000, unit: "kB" });
    figure({ what: `${name}: scripts, gzip`, value: weight.script / 1000, unit: "kB" });
  }
  const costs = new Map<string, number[]>();
  const took = new Map<string, number[]>();
  const asked = [
    { name: "an empty page", pid: bare.pid, http: new HttpVisitor(bare.url), address: "/" },
    ...pages.map(([name, http, address]) => ({ name, pid: portal.pid, http, address })),
  ];
  for (let round = 0; round <= rounds; round += 1) {
    for (const { name, pid, http, address } of asked) {
      const times: number[] = [];
      const before = processorMs(pid);
      for (let run = 0; run < runs; run += 1) times.push(await timed(() => http.html(address)));
      // The first round warms up.
      if (round === 0) continue;
      costs.set(name, [...(costs.get(name) ?? []), (processorMs(pid) - before) / runs]);
      took.set(name, [...(took.get(name) ?? []), ...times]);
    }
  }
  const floors = costs.get("an empty page") ?? [];
  for (const [name, found] of costs) {
    const { ratio, spread } = ratios(found, floors);
    const goal = goals[name];
    const isMet = goal === undefined ? undefined : ratio <= goal;
    const value = median(found);
    const measured = { value, unit: "ms", floor: median(floors), ratio, spread };
    figure({ what: `${name}: processor`, ...measured, ...(isMet !== undefined && { isMet }) });
    figure({ what: `${name}: answered`, value: median(took.get(name) ?? []), unit: "ms" });
  }
  figure({ what: "memory after it", value: residentMegabytes(portal.pid), unit: "MB" });
});
