import { startCreator } from "@/tests/campaign/creator";
import { submitOverAndOver } from "@/tests/campaign/double-submits";
import { connectedMerchant } from "@/tests/campaign/merchant";
import { tapUpstream } from "@/tests/campaign/upstream-tap";
import { inWorld } from "@/tests/campaign/world";
import { seededRandom } from "@/tests/support/seeded-random";

// 10,000 submits of 100 intents, from 20 clients, each at any of three processes: 100 POSTs.

const [submits, intents, clients, processes] = [10_000, 100, 20, 3];
const seed = Number(process.argv[2] ?? 1);
const random = seededRandom(seed);

await inWorld({}, async ({ sandboxUrl, settings, later }) => {
  const upstream = await tapUpstream(sandboxUrl);
  later(upstream.close);
  const { merchantId, actor, account } = await connectedMerchant(sandboxUrl);
  const creators = await Promise.all(
    Array.from({ length: processes }, () =>
      startCreator({ ...settings, PAYMENT_LINKS_API_URL: upstream.url }),
    ),
  );
  for (const { child } of creators) later(() => child.kill());

  const { linksByIntent, failures, seconds } = await submitOverAndOver({
    ...{ submits, intents, clients, seed },
    send: async ({ intentId, number }) => {
      const link = { amountMinor: 1250, currency: "USD", description: `Wish ${number}` } as const;
      const creator = creators[Math.floor(random() * processes)];
      const answer = await creator?.create({ merchantId, userId: actor.userId, intentId, link });
      return answer?.ok ? { linkId: answer.value.linkId } : { failure: answer?.code ?? "none" };
    },
  });
  const links = await account.links();
  const severed = [...linksByIntent.values()].filter(({ size }) => size !== 1).length;
  console.log(
    `seed ${seed}: ${submits} submits of ${intents} intents, ${clients} clients, ${processes} processes`,
  );
  console.log(`${seconds.toFixed(1)} s, ${Math.round(submits / seconds)} submits/s`);
  console.log(`POSTs ${upstream.posts()}, links upstream ${links.length}`);
  console.log(
    `intents answered with more than one link ${severed}, failures ${JSON.stringify([...failures])}`,
  );
  const isRight =
    upstream.posts() === intents &&
    links.length === intents &&
    linksByIntent.size === intents &&
    severed + failures.size === 0;
  console.log(isRight ? "PASS" : "FAIL");
  process.exitCode = isRight ? 0 : 1;
});
