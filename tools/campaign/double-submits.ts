import { seededRandom } from "@/tests/support/seeded-random";

export type Submit = { intentId: string; number: number };

/** The results of all submissions: for each intent the links that were answered, and every answer that was no link. */
export type SubmitReport = {
  linksByIntent: Map<string, Set<string>>;
  failures: Map<string, number>;
  seconds: number;
};

/**
 * Submits `submits` times with `intents` intents, from `clients` at once. The first half goes intent by intent, so that
 * all clients press the same button together; the rest in random order, as from other tabs and much later.
 * @param send answers the link's id, or the error.
 */
export async function submitOverAndOver(options: {
  submits: number;
  intents: number;
  clients: number;
  seed: number;
  send: (submit: Submit, client: number) => Promise<{ linkId: string } | { failure: string }>;
}): Promise<SubmitReport> {
  const { submits, intents, clients, seed, send } = options;
  const random = seededRandom(seed);
  const createRequests = Array.from({ length: intents }, (_, number) => ({
    intentId: crypto.randomUUID(),
    number,
  }));
  const each = Math.floor(submits / intents / 2);
  const together = createRequests.flatMap((createRequest) =>
    Array.from({ length: each }, () => createRequest),
  );
  const later = Array.from(
    { length: submits - together.length },
    (_, index) => createRequests[index % intents],
  );
  const queue = [...together, ...shuffled(later, random)];

  const report: SubmitReport = { linksByIntent: new Map(), failures: new Map(), seconds: 0 };
  const startedAt = performance.now();
  const work = async (client: number): Promise<void> => {
    for (let submit = queue.shift(); submit; submit = queue.shift()) {
      const answer = await send(submit, client);
      if ("failure" in answer) {
        report.failures.set(answer.failure, (report.failures.get(answer.failure) ?? 0) + 1);
      } else {
        const links = report.linksByIntent.get(submit.intentId) ?? new Set();
        report.linksByIntent.set(submit.intentId, links.add(answer.linkId));
      }
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, client) => work(client)));
  report.seconds = (performance.now() - startedAt) / 1000;
  return report;
}

function shuffled<Item>(items: Item[], random: () => number): Item[] {
  return items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
