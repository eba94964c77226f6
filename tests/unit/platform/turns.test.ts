import { setImmediate as nextTick } from "node:timers/promises";
import { expect, test, vi } from "vitest";
import { isBusy } from "@/lib/platform/fair-queue";
import { type Asker, TurnQueue } from "@/lib/platform/turn-queue";
import { TurnUse } from "@/lib/platform/turn-use";
import { inTurn, leaveTurn, outOfTurn, spareTime } from "@/lib/platform/turns";

const limits = {
  ...{ slots: 4, ofNetwork: 2, ofPerson: 1 },
  ...{ mostWaiting: 12, mostWaitingOfNetwork: 8, mostWaitMs: 5_000 },
};

/** A queue, and who got a turn so far, in order. */
function line() {
  const queue = new TurnQueue(limits);
  const begun: string[] = [];
  const refused: string[] = [];
  const ask = (network: string, person: string | null = null, signal?: AbortSignal) => {
    const asker: Asker = { network, person };
    const name = `${network}/${person ?? "?"}`;
    void queue.take(asker, { ...(signal && { signal }) }).then(
      () => begun.push(name),
      (error: unknown) => refused.push(isBusy(error) ? name : `${name} hung up`),
    );
    return asker;
  };
  return { queue, begun, refused, ask };
}

test("a person has one turn, a network two, and everybody together four", async () => {
  const { queue, begun, ask } = line();
  const ana = ask("shop", "Ana");
  ask("shop", "Ana");
  ask("shop", "Eva");
  ask("shop", "Luis");
  for (const network of ["b", "c", "d"]) ask(network);
  await nextTick();
  expect(begun).toEqual(["shop/Ana", "shop/Eva", "b/?", "c/?"]);
  queue.give(ana, 1);
  await nextTick();
  expect(begun.slice(4)).toEqual(["shop/Ana"]);
});

test("a person who asks for much waits behind the other people of their network, and it behind others", async () => {
  const { queue, begun, ask } = line();
  const held = [ask("shop", "Ana"), ask("b"), ask("c"), ask("d")];
  for (let at = 0; at < 4; at++) ask("shop", "Ana");
  ask("shop", "Eva");
  ask("e");
  for (const asker of held) queue.give(asker, 1);
  await nextTick();
  expect(begun.slice(4)).toEqual(["shop/Ana", "e/?", "shop/Eva"]);
});

test("a full queue refuses who has most in it, and whoever hangs up leaves it", async () => {
  const { queue, begun, refused, ask } = line();
  const held = [ask("shop", "Ana"), ask("shop", "Luis"), ask("b"), ask("c")];
  for (let at = 0; at < 9; at++) ask("shop", "Ana");
  ask("shop", "Eva");
  await nextTick();
  expect(refused).toEqual(["shop/Ana", "shop/Ana"]);
  const gone = new AbortController();
  for (let at = 0; at < 5; at++) ask("d", "Rosa", gone.signal);
  await nextTick();
  expect(refused.slice(2)).toEqual(["shop/Ana"]);
  gone.abort();
  await nextTick();
  expect(refused.slice(3)).toEqual(Array(5).fill("d/Rosa hung up"));
  for (const asker of held) queue.give(asker, 1);
  await nextTick();
  expect(begun.slice(4)).toEqual(["shop/Ana", "shop/Eva"]);
});

test("whoever uses much of the thread rests as long as they used it, while somebody else is there", () => {
  const use = new TurnUse();
  expect(use.note("Ana", 1_000, 0)).toBe(0);
  expect(use.note("Eva", 20, 100)).toBe(0);
  expect(use.note("Ana", 90, 200)).toBe(90);
  expect(use.note("Ana", 5_000, 300)).toBe(200);
  // A quiet while later they are like anybody else.
  expect(use.note("Eva", 20, 9_000)).toBe(0);
  expect(use.note("Ana", 90, 9_010)).toBe(0);
});

test("where all use much, nobody rests until somebody comes who does not", () => {
  const use = new TurnUse();
  const takeTurns = (from: number) =>
    Array.from({ length: 8 }, (_, at) => use.note(at % 2 === 0 ? "Ana" : "Eva", 90, from + at * 90));
  expect(takeTurns(0)).toEqual(Array(8).fill(0));
  expect(use.note("Luz", 20, 700)).toBe(0);
  expect(takeTurns(720)).toEqual([90, 90, 90, 90, 90, 90, 0, 0]);
});

test("of a thread that two use at the same time, each is charged half", async () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  const { queue, ask } = line();
  const before = queue.shareMs();
  const ana = ask("a", "Ana");
  await nextTick();
  vi.advanceTimersByTime(100);
  ask("b", "Eva");
  await nextTick();
  vi.advanceTimersByTime(100);
  expect(queue.shareMs() - before).toBe(150);
  queue.give(ana, 150);
  vi.advanceTimersByTime(10);
  expect(queue.shareMs() - before).toBe(160);
  vi.useRealTimers();
});

const somebody: Asker = { network: "192.0.2.1", person: "somebody" };

/** Work that goes on until it is told to end. */
function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

test("what waits for something elsewhere does not keep the same person's next page waiting", async () => {
  const forGood = (work: () => Promise<void>) => {
    leaveTurn();
    return work();
  };
  for (const wait of [outOfTurn, forGood]) {
    const upstream = gate();
    const create = inTurn(somebody, () => wait(() => upstream.opened));
    let isMade = false;
    const page = inTurn(somebody, async () => {
      isMade = true;
    });
    await nextTick();
    expect(isMade).toBe(true);
    upstream.open();
    await Promise.all([create, page]);
  }
});

test("a turn that was given up is taken again before the work goes on", async () => {
  const elsewhere = gate();
  const order: string[] = [];
  const first = inTurn(somebody, async () => {
    await outOfTurn(() => elsewhere.opened);
    order.push("goes on");
  });
  const second = gate();
  const other = inTurn(somebody, async () => {
    elsewhere.open();
    await second.opened;
    order.push("other is made");
  });
  await nextTick();
  second.open();
  await Promise.all([first, other]);
  expect(order).toEqual(["other is made", "goes on"]);
});

test("somebody's turn a moment ago leaves no spare time to others, and to themselves all of it", async () => {
  const { queue, ask } = line();
  const ana = ask("shop", "Ana");
  await nextTick();
  expect(queue.isQuiet(ana)).toBe(false);
  queue.give(ana, 1);
  expect([queue.isQuiet(ana), queue.isQuiet(), queue.isQuiet({ network: "shop", person: "Eva" })]).toEqual([
    ...[true, false, false],
  ]);
});

test("spare time comes when no page is being made, or after a moment all the same", async () => {
  const page = gate();
  const order: string[] = [];
  const made = inTurn(somebody, async () => {
    await page.opened;
    order.push("page");
  });
  const piece = spareTime().then(() => order.push("piece"));
  await nextTick();
  page.open();
  await Promise.all([made, piece]);
  expect(order).toEqual(["page", "piece"]);
});

test("a thread with nothing to do holds nobody up: what has not ended by then waits for something", async () => {
  const slow = gate();
  const first = inTurn(somebody, () => slow.opened);
  await inTurn(somebody, async () => {});
  slow.open();
  await first;
});
