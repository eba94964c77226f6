import path from "node:path";
import { signUpMerchant } from "@/tests/campaign/merchants";
import { readThroughSilence } from "@/tests/campaign/silent-upstream";
import { tapUpstream } from "@/tests/campaign/upstream-tap";
import { inWorld } from "@/tests/campaign/world";
import { formHolding } from "@/tests/support/http-visitor";
import { startPortal } from "@/tests/support/start-portal";

// Upstream takes connections and says nothing for ten minutes, while forty people press "Create link" in the built
// portal (npm run build) and one reads the history. `tsx tests/bench/silent-upstream.ts [minutes]`

const silentMs = Number(process.argv[2] ?? 10) * 60_000;
/** Of one process, in lib/db.ts. */
const poolSize = 10;
const creators = 40;

await inWorld({ durable: true }, async (world) => {
  let isSilent = false;
  const upstream = await tapUpstream(world.sandboxUrl, () =>
    isSilent ? [{ direction: "down", atByte: 0, kind: "stall" }] : [],
  );
  world.later(upstream.close);
  const settings = { ...world.settings, PAYMENT_LINKS_API_URL: upstream.url };
  const portal = await startPortal(settings, path.join(world.directory, "portal.log"));
  world.later(portal.stop);
  const { http, path: merchant } = await signUpMerchant(portal.url, world, 0);

  let number = 0;
  const report = await readThroughSilence({
    ...{
      adminUrl: world.adminUrl,
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
      const typed = { amount: "12.50", description: `Wish ${++number}` };
      const answer = await http.send(page, formHolding(await http.html(page), 'name="intentId"'), typed);
      await answer.body?.cancel();
      return `${answer.status}`;
    },
  });
  const ratio = report.silentP95 / report.usualP95;
  const milliseconds = (time: number) => `${time.toFixed(1)} ms`;
  console.log(`upstream silent for ${silentMs / 60_000} min, ${report.hanging} creations waiting at once`);
  console.log(`creations by status of their answer: ${JSON.stringify([...report.outcomes])}`);
  console.log(`history read ${report.reads.usual} times as usual: p95 ${milliseconds(report.usualP95)}`);
  console.log(`history read ${report.reads.silent} times in silence: p95 ${milliseconds(report.silentP95)}`);
  console.log(`ratio ${ratio.toFixed(2)}, reads that failed ${report.failures}`);
  console.log(`connections to Postgres at most ${report.connections} of ${poolSize}`);
  const isRight = ratio < 2 && report.failures === 0 && report.connections <= poolSize;
  console.log(isRight ? "PASS" : "FAIL");
  process.exitCode = isRight ? 0 : 1;
});
