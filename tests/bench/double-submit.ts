import { figure } from "@/tests/bench/support/figure";
import { timed } from "@/tests/bench/support/measure";
import { sizes } from "@/tests/bench/support/sizes";
import { seededRandom } from "@/tests/support/seeded-random";
import { startCreator } from "@/tools/campaign/creator";
import { submitOverAndOver } from "@/tools/campaign/double-submits";
import { inEnvironment } from "@/tools/campaign/environment";
import { connectedMerchant } from "@/tools/campaign/merchant";
import { tapUpstream } from "@/tools/campaign/upstream-tap";

// 10,000 submissions of 100 intents, from 20 clients, each to any of three processes: there must be 100 POSTs.

const [intents, clients, processes] = [100, 20, 3];
const { submits, seed } = sizes({ submits: 2_000 }, { submits: 10_000 });
const random = seededRandom(seed);

await inEnvironment({}, async ({ sandboxUrl, settings, later }) => {
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
      const link = { amountMinor: 1250, currency: "USD", description: `Request ${number}` } as const;
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
  if (failures.size > 0) console.log(`failures ${JSON.stringify([...failures])}`);
  // The least that an intent costs: its single POST, sent by as many clients at once.
  const postsMs = await timed(() => postDirectly(sandboxUrl, account.key));
  const each = { submit: (seconds * 1_000) / submits, post: postsMs / intents };
  figure({ what: "a submit", value: each.submit, unit: "ms", floor: each.post });
  figure({ what: "POSTs", value: upstream.posts(), floor: intents, isMet: upstream.posts() === intents });
  figure({ what: "links upstream", value: links.length, floor: intents, isMet: links.length === intents });
  const answered = linksByIntent.size - severed;
  const isMet = answered === intents && failures.size === 0;
  figure({ what: "intents answered with one link, always the same", value: answered, floor: intents, isMet });
});

async function postDirectly(sandboxUrl: string, key: string): Promise<void> {
  const body = JSON.stringify({ amount: 1250, currency: "USD", description: "The floor" });
  const headers = { "X-Api-Key": key, "Content-Type": "application/json" };
  const post = async () => {
    for (let n = 0; n < intents / clients; n++) {
      await (await fetch(`${sandboxUrl}/v1/payment-links`, { method: "POST", headers, body })).text();
    }
  };
  await Promise.all(Array.from({ length: clients }, post));
}
