import path from "node:path";
import { figure } from "@/tests/bench/support/figure";
import { inTurns, median, ratios, timed } from "@/tests/bench/support/measure";
import { sizes } from "@/tests/bench/support/sizes";
import { formHolding } from "@/tests/support/http-visitor";
import { startPortal } from "@/tests/support/start-portal";
import { inEnvironment } from "@/tools/campaign/environment";
import { signUpMerchant } from "@/tools/campaign/merchants";

// How long a cashier waits for a new link after the press, against upstream's own time for it. The two take turns; the
// page with the form is loaded in between, and is not counted.

const { links, rounds } = sizes({ links: 20, rounds: 3 }, { links: 60, rounds: 7 });

await inEnvironment({}, async (environment) => {
  const portal = await startPortal(environment.settings, path.join(environment.directory, "portal.log"));
  environment.later(portal.stop);
  const { http, path: merchant, account } = await signUpMerchant(portal.url, environment, 0);
  const address = `${merchant}/links/new`;
  let number = 0;
  const headers = { "X-Api-Key": account.key, "Content-Type": "application/json" };

  const create = async () => {
    const form = formHolding(await http.html(address), 'name="intentId"');
    number += 1;
    const link = { amount: `${number}.50`, description: `Almuerzo ${number}` };
    return timed(async () => {
      const created = await http.send(address, form, link);
      if (created.status !== 303) throw new Error(`no link was made: ${created.status}`);
    });
  };
  const post = () => {
    number += 1;
    const body = JSON.stringify({ amount: number * 100, currency: "USD", description: `Almuerzo ${number}` });
    return timed(async () => {
      const url = `${environment.sandboxUrl}/v1/payment-links`;
      await (await fetch(url, { method: "POST", headers, body })).text();
    });
  };
  const [ours = [], floors = []] = await inTurns(
    rounds,
    () => middle(create),
    () => middle(post),
  );
  const { ratio, spread } = ratios(ours, floors);
  const [value, floor] = [median(ours), median(floors)];
  figure({ what: "creating a link, p50", value, unit: "ms", floor, ratio, spread, isMet: ratio <= 2 });
});

async function middle(work: () => Promise<number>): Promise<number> {
  const found: number[] = [];
  while (found.length < links) found.push(await work());
  return median(found);
}
