import path from "node:path";
import { figure } from "@/tests/bench/support/figure";
import { sizes } from "@/tests/bench/support/sizes";
import { formHolding } from "@/tests/support/http-visitor";
import { startPortal } from "@/tests/support/start-portal";
import { inEnvironment } from "@/tools/campaign/environment";
import { signUpMerchant } from "@/tools/campaign/merchants";
import { readThroughSilence } from "@/tools/campaign/silent-upstream";
import { tapUpstream } from "@/tools/campaign/upstream-tap";

// Upstream accepts connections and sends nothing for minutes, while forty people press "Create link" in the built
// portal (npm run build) and one person reads the history.

const silentMs = sizes({ minutes: 0.75 }, { minutes: 10 }).minutes * 60_000;
/** Connections of one process, see lib/platform/db.ts. */
const poolSize = 10;
const creators = 40;

await inEnvironment({ durable: true }, async (environment) => {
  let isSilent = false;
  const upstream = await tapUpstream(environment.sandboxUrl, () =>
    isSilent ? [{ direction: "down", atByte: 0, kind: "stall" }] : [],
  );
  environment.later(upstream.close);
  const settings = { ...environment.settings, PAYMENT_LINKS_API_URL: upstream.url };
  const portal = await startPortal(settings, path.join(environment.directory, "portal.log"));
  environment.later(portal.stop);
  const { http, path: merchant } = await signUpMerchant(portal.url, environment, 0);

  let number = 0;
  const report = await readThroughSilence({
    ...{
      adminUrl: environment.adminUrl,
      creators,
      everyMs: 21_000,
      silentMs,
      usualMs: Math.min(silentMs, 120_000),
    },
    silence: (silent) => {
      isSilent = silent;
    },
    read: () => http.html(`${merchant}/links`),
    create: async () => {
      const page = `${merchant}/links/new`;
      const typed = { amount: "12.50", description: `Request ${++number}` };
      const answer = await http.send(page, formHolding(await http.html(page), 'name="intentId"'), typed);
      await answer.body?.cancel();
      return `${answer.status}`;
    },
  });
  console.log(`upstream silent for ${silentMs / 60_000} min, ${report.hanging} creations waiting at once`);
  console.log(`creations by status of their answer: ${JSON.stringify([...report.outcomes])}`);
  console.log(`history read ${report.reads.usual} times as usual, ${report.reads.silent} times in silence`);
  const { silentP95: value, usualP95: floor, failures, connections } = report;
  figure({ what: "history in silence, p95", value, unit: "ms", floor, isMet: value < 2 * floor });
  figure({ what: "reads that failed", value: failures, isMet: failures === 0 });
  const isMet = connections <= poolSize;
  figure({ what: "connections to Postgres at most", value: connections, floor: poolSize, isMet });
});
