import path from "node:path";
import pg from "pg";
import { buildBareApp } from "@/tests/bench/support/bare-app";
import { figure } from "@/tests/bench/support/figure";
import { inTurns, median, ratios, timed } from "@/tests/bench/support/measure";
import { sizes } from "@/tests/bench/support/sizes";
import { formHolding, HttpVisitor } from "@/tests/support/http-visitor";
import { startPortal } from "@/tests/support/start-portal";
import { inEnvironment } from "@/tools/campaign/environment";
import { signUpMerchant } from "@/tools/campaign/merchants";

// How long a cashier waits for a new link after the press, over what upstream itself takes for it: beside an app of the
// same Next.js that only asks upstream and keeps what it answers. All take turns, after each has made the same number of
// links, as Node compiles what is used often; the page with the form is loaded in between, and is not counted. Each round is
// another merchant's, because nobody makes hundreds of links in ten minutes, which are looked through for the same one.

const { links, rounds, warm } = sizes(
  { links: 20, rounds: 3, warm: 50 },
  { links: 60, rounds: 7, warm: 500 },
);

await inEnvironment({}, async (environment) => {
  const bareApp = await buildBareApp();
  environment.later(bareApp.remove);
  const portal = await startPortal(environment.settings, path.join(environment.directory, "portal.log"));
  environment.later(portal.stop);
  const merchant = await signUpMerchant(portal.url, environment, 0);
  const { key } = merchant.account;
  const bare = await bareApp.start({
    ADMIN_URL: environment.adminUrl,
    UPSTREAM_URL: environment.sandboxUrl,
    UPSTREAM_KEY: key,
    MERCHANT_ID: merchant.merchantId,
    API_KEY_ID: await findKeyId(environment.adminUrl, merchant.merchantId),
  });
  environment.later(bare.stop);

  let number = 0;
  const press = (http: HttpVisitor, address: string, field: string) => async () => {
    const form = formHolding(await http.html(address), `name="${field}"`);
    number += 1;
    const link = { amount: `${number}.50`, description: `Almuerzo ${number}` };
    return timed(async () => {
      const created = await http.send(address, form, link);
      if (created.status !== 303) throw new Error(`no link was made: ${created.status}`);
    });
  };
  let merchants = 0;
  const ofPortal = async () => {
    merchants += 1;
    const { http, path: address } = await signUpMerchant(portal.url, environment, merchants);
    return press(http, `${address}/links/new`, "intentId");
  };
  const ofBare = press(new HttpVisitor(bare.url), "/new", "amount");
  const headers = { "X-Api-Key": key, "Content-Type": "application/json" };
  const ofUpstream = () => {
    number += 1;
    const body = JSON.stringify({ amount: number * 100, currency: "USD", description: `Almuerzo ${number}` });
    return timed(async () => {
      const url = `${environment.sandboxUrl}/v1/payment-links`;
      await (await fetch(url, { method: "POST", headers, body })).text();
    });
  };
  for (let made = 0; made < warm; made += links) await middle(await ofPortal());
  await repeat(ofBare, warm);
  const [ours = [], floors = [], upstream = []] = await inTurns(
    rounds,
    async () => middle(await ofPortal()),
    () => middle(ofBare),
    () => middle(ofUpstream),
  );
  const over = (times: number[]) => times.map((time, round) => time - (upstream[round] ?? Number.NaN));
  const { ratio, spread } = ratios(over(ours), over(floors));
  const [value, floor] = [median(over(ours)), median(over(floors))];
  figure({
    what: "creating a link, p50 over upstream's own",
    ...{ value, unit: "ms", floor, ratio, spread, isMet: ratio <= 2 },
  });
  figure({ what: "upstream's own, p50", value: median(upstream), unit: "ms" });
});

async function middle(work: () => Promise<number>): Promise<number> {
  return median(await repeat(work, links));
}

async function repeat(work: () => Promise<number>, count: number): Promise<number[]> {
  const found: number[] = [];
  while (found.length < count) found.push(await work());
  return found;
}

async function findKeyId(adminUrl: string, merchantId: string): Promise<string> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    const { rows } = await admin.query("SELECT id FROM api_keys WHERE merchant_id = $1", [merchantId]);
    return rows[0].id;
  } finally {
    await admin.end();
  }
}
