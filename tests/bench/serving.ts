import path from "node:path";
import { type BareApp, buildBareApp } from "@/tests/bench/support/bare-app";
import { addCashiers } from "@/tests/bench/support/cashiers";
import { figure } from "@/tests/bench/support/figure";
import { type Load, load } from "@/tests/bench/support/load";
import { inTurns, median, percentile, ratios, timed } from "@/tests/bench/support/measure";
import { addLinks } from "@/tests/bench/support/page-of-links";
import { residentMegabytes } from "@/tests/bench/support/processes";
import { sizes } from "@/tests/bench/support/sizes";
import { type RunningPortal, startPortal } from "@/tests/support/start-portal";
import { type Environment, inEnvironment } from "@/tools/campaign/environment";
import { signUpMerchant } from "@/tools/campaign/merchants";

// What the built portal (npm run build) serves: pages of the history, beside an app of the same Next.js that only reads
// and shows the same rows. All take turns, after each has served the same number of pages, as Node compiles what is used
// often. Whoever asks for the pages runs on the same processors, in its own process.

const { rounds, seconds, warm } = sizes(
  { rounds: 3, seconds: 3, warm: 500 },
  { rounds: 7, seconds: 5, warm: 2_000 },
);

await inEnvironment({}, async (environment) => {
  const bareApp = await buildBareApp();
  environment.later(bareApp.remove);
  const portal = await start(environment);
  const { merchantId, ...merchant } = await signUpMerchant(portal.url, environment, 0);
  await addLinks(environment.adminUrl, { merchantId, ...merchant }, 31);
  const cookies = await addCashiers(environment, merchantId, 64);
  const startBare = async () => {
    const server = await bareApp.start({
      DATABASE_URL: environment.settings.DATABASE_URL ?? "",
      MERCHANT_ID: merchantId,
    });
    environment.later(server.stop);
    return server;
  };
  const bare = await startBare();
  const history = (clients: number, { url } = portal) =>
    load(`${url}${merchant.path}/links`, { cookies, clients, seconds });

  const rows = (clients = 4, { url } = bare) => load(`${url}/links`, { clients, seconds });
  await warmUp(() => history(4));
  await warmUp(() => rows());
  const [ours = [], floors = []] = await inTurns<Load>(
    rounds,
    () => history(4),
    () => rows(),
  );
  compareRates("history at 4 clients", ours, floors, 0.5);
  for (const share of [0.5, 0.99]) {
    const [value = 0, floor = 0] = [ours, floors].map((loads) =>
      median(loads.map((one) => within(one, share))),
    );
    figure({ what: `history at 4 clients, p${share * 100}`, value, unit: "ms", floor });
  }
  const [value, floor] = [residentMegabytes(portal.pid), residentMegabytes(bare.pid)];
  figure({ what: "memory after it", value, unit: "MB", floor, isMet: value <= 1.5 * floor });

  const [crowd = [], group = []] = await inTurns<Load>(
    rounds,
    () => history(64),
    () => history(16),
  );
  compareRates("history at 64 clients, against 16", crowd, group, 0.85);
  const errors = [...crowd, ...group].reduce((sum, one) => sum + one.errors, 0);
  figure({ what: "errors meanwhile", value: errors, isMet: errors === 0 });

  const pair = await start(environment, { WEB_CONCURRENCY: "2" });
  await warmUp(() => history(16, pair), 2);
  const otherBare = await startBare();
  await warmUp(() => rows(4, otherBare));
  const [two = [], one = [], twoBare = [], oneBare = []] = await inTurns<Load>(
    rounds,
    () => history(16, pair),
    () => history(16),
    async () => together(await Promise.all([rows(8), rows(8, otherBare)])),
    () => rows(16),
  );
  compareRates("two web processes, against one", two, one, 1.6);
  // What the machine has left for a second process, where Postgres and whoever asks share its processors.
  compareRates("two bare apps, against one", twoBare, oneBare);
  await pair.stop();
  await compareStarts(environment, bareApp);
});

/** How long a process takes from its start to its first page, on a database that is ready. */
async function compareStarts(environment: Environment, bareApp: BareApp): Promise<void> {
  const [ours = [], floors = []] = await inTurns(
    rounds,
    () => timedStart(async () => (await start(environment, {}, "/login")).stop),
    () => timedStart(async () => (await bareApp.start()).stop),
  );
  const { ratio, spread } = ratios(ours, floors);
  figure({
    what: "cold start to first page",
    value: median(ours),
    unit: "ms",
    floor: median(floors),
    ...{ ratio, spread, isMet: ratio <= 1.5 },
  });
}

async function timedStart(begin: () => Promise<() => Promise<void>>): Promise<number> {
  let stop = async () => {};
  const ms = await timed(async () => {
    stop = await begin();
  });
  await stop();
  return ms;
}

function together(loads: Load[]): Load {
  return {
    perSecond: loads.reduce((sum, { perSecond }) => sum + perSecond, 0),
    times: loads.flatMap(({ times }) => times),
    errors: loads.reduce((sum, { errors }) => sum + errors, 0),
  };
}

function compareRates(what: string, loads: Load[], floors: Load[], goal?: number): void {
  const [rates, least] = [loads, floors].map((all) => all.map(({ perSecond }) => perSecond));
  const { ratio, spread } = ratios(rates ?? [], least ?? []);
  const [value, floor] = [median(rates ?? []), median(least ?? [])];
  figure({ what, value, unit: "per s", floor, ratio, spread, ...(goal && { isMet: ratio >= goal }) });
}

/** Asks until each of the processes that share the answers has served enough pages to be compiled. */
async function warmUp(ask: () => Promise<Load>, processes = 1): Promise<void> {
  for (let served = 0; served < warm * processes; ) served += (await ask()).times.length;
}

function within({ times }: Load, share: number): number {
  return percentile(
    times.toSorted((a, b) => a - b),
    share,
  );
}

async function start(
  environment: Environment,
  settings: Record<string, string> = {},
  readyPath?: string,
): Promise<RunningPortal> {
  const logFile = path.join(environment.directory, "portal.log");
  const portal = await startPortal({ ...environment.settings, ...settings }, logFile, readyPath);
  environment.later(portal.stop);
  return portal;
}
