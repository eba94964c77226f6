import path from "node:path";
import pg from "pg";
import { figure } from "@/tests/bench/support/figure";
import { percentile, timed } from "@/tests/bench/support/measure";
import { sizes } from "@/tests/bench/support/sizes";
import { formHolding, HttpVisitor, type PageForm } from "@/tests/support/http-visitor";
import { expectRedirect, newPerson } from "@/tests/support/people";
import { startPortal, startWorkerProcess } from "@/tests/support/start-portal";
import { inEnvironment } from "@/tools/campaign/environment";

// A crowd guesses at one person's password on the built portal (npm run build), and the person signs in meanwhile. Then
// the times of wrong passwords with and without an account are compared, in pairs, because the machine's load changes.

const { guesses, addresses, pairs } = sizes(
  { guesses: 1_000, addresses: 500, pairs: 100 },
  { guesses: 10_000, addresses: 500, pairs: 1_000 },
);
const atOnce = 8;

await inEnvironment({ durable: true }, async (environment) => {
  const logFile = path.join(environment.directory, "portal.log");
  const portal = await startPortal(environment.settings, logFile);
  environment.later(portal.stop);
  environment.later(await startWorkerProcess(environment.settings, logFile));
  const admin = new pg.Client({ connectionString: environment.adminUrl });
  await admin.connect();
  environment.later(() => admin.end());

  const person = newPerson();
  const known = new HttpVisitor(portal.url);
  expectRedirect(await known.submit("/signup", 'name="password"', person), "/m/new");
  expectRedirect(await known.submit("/account", "Sign out", {}), "/login");
  const form = formHolding(await new HttpVisitor(portal.url).html("/login"), 'name="password"');

  const crowd = Array.from({ length: addresses }, (_, n) => `${1 + (n % 180)}.${n >> 3}.${n % 7}.9`);
  const turns = Array.from({ length: guesses }, (_, n) => ({ n, from: crowd[n % crowd.length] ?? "" }));
  let checked = 0;
  const guess = async () => {
    for (let turn = turns.shift(); turn; turn = turns.shift()) {
      const answer = await signIn(portal.url, form, { ...person, password: `guess ${turn.n}` }, turn.from);
      if ((await answer.text()).includes("Wrong email or password")) checked += 1;
    }
  };
  const attack = Promise.all(Array.from({ length: atOnce }, guess));
  while (turns.length > guesses / 2) await fetch(`${portal.url}/api/health/ready`);
  const onKnown = await timed(async () =>
    expectRedirect(await known.send("/login", form, person, { "x-forwarded-for": "203.0.113.50" }), "/m"),
  );
  const atHome = await timed(async () =>
    expectRedirect(await signIn(portal.url, form, person, known.address), "/m"),
  );
  const elsewhere = await signIn(portal.url, form, person, "203.0.113.51");
  await elsewhere.text();
  await attack;
  const reached = `of ${guesses} guesses from ${addresses} addresses, those that reached the password`;
  figure({ what: reached, value: checked, isMet: checked <= 100 });
  figure({ what: "the person's sign-in meanwhile, on their browser, elsewhere", value: onKnown, unit: "ms" });
  figure({ what: "the same on a new browser, in their network", value: atHome, unit: "ms" });
  figure({ what: "the same with neither, signed in", value: Number(elsewhere.status === 303) });

  const took = { known: [] as number[], unknown: [] as number[] };
  let slower = 0;
  for (let pair = 0; pair < pairs; pair++) {
    if (pair % 5 === 0) await admin.query("TRUNCATE rate_limits");
    const measure = async (email: string) =>
      timed(async () => {
        const answer = await signIn(
          portal.url,
          form,
          { email, password: "wrong" },
          `198.51.100.${pair % 250}`,
        );
        if (!(await answer.text()).includes("Wrong email or password")) throw new Error("it was not checked");
      });
    const inOrder = pair % 2 === 0;
    const before = inOrder ? 0 : await measure(newPerson().email);
    const knownMs = await measure(person.email);
    const unknownMs = inOrder ? await measure(newPerson().email) : before;
    took.known.push(knownMs);
    took.unknown.push(unknownMs);
    if (knownMs > unknownMs) slower += 1;
  }
  const [one, other] = [took.known, took.unknown].map((list) =>
    percentile(
      list.sort((a, b) => a - b),
      0.5,
    ),
  );
  const apart = Math.abs((one ?? 0) - (other ?? 0));
  figure({ what: `wrong password, ${pairs} pairs, median`, value: one ?? 0, unit: "ms", floor: other ?? 0 });
  figure({
    what: "its distance from the median without an account",
    value: apart,
    unit: "ms",
    isMet: apart <= 2,
  });
  const share = slower / pairs;
  figure({
    what: "share of pairs that are slower with an account",
    value: share,
    isMet: Math.abs(share - 0.5) <= 0.05,
  });
});

function signIn(
  url: string,
  form: PageForm,
  values: Record<string, string>,
  from: string,
): Promise<Response> {
  const { email = "", password = "" } = values;
  return new HttpVisitor(url).send("/login", form, { email, password }, { "x-forwarded-for": from });
}
