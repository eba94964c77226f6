import { expect, test } from "vitest";
import { BusyError, FairQueue } from "@/lib/platform/fair-queue";

const roomy = { slots: 1, mostWaiting: 100, mostWaitingEach: 100, mostWaitMs: 60_000 };

/** Work that ends when it is told to, and the names of what has started, in that order. */
function trackedWork() {
  const started: string[] = [];
  const ends: (() => void)[] = [];
  const work = (name: string) => () =>
    new Promise<string>((resolve) => {
      started.push(name);
      ends.push(() => resolve(name));
    });
  const endAll = async () => {
    for (let at = 0; at < ends.length; at++) {
      ends[at]?.();
      await new Promise(setImmediate);
    }
  };
  return { started, work, endAll };
}

function outcome(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => "done",
    (error: unknown) => error,
  );
}

test("owners take turns, however much one of them asks for", async () => {
  const queue = new FairQueue(roomy);
  const { started, work, endAll } = trackedWork();
  const asked = ["a1", "a2", "a3", "a4", "a5", "a6", "b1", "c1", "b2"];
  const all = asked.map((name) => queue.run(name.slice(0, 1), work(name)));
  await endAll();
  expect(await Promise.all(all)).toEqual(asked);
  expect(started).toEqual(["a1", "a2", "b1", "c1", "a3", "b2", "a4", "a5", "a6"]);
});

test("no more run at once than there are slots, also after one has failed", async () => {
  const queue = new FairQueue({ ...roomy, slots: 2 });
  let running = 0;
  let most = 0;
  const work = async () => {
    most = Math.max(most, ++running);
    await new Promise(setImmediate);
    running -= 1;
    throw new Error("it failed");
  };
  const all = Array.from({ length: 10 }, (_, at) => outcome(queue.run(`owner ${at % 3}`, work)));
  for (const one of await Promise.all(all)) expect(one).toEqual(new Error("it failed"));
  expect(most).toBe(2);
  expect(await queue.run("another", async () => "free again")).toBe("free again");
});

test("one owner waits for a few things only, and the next is told to come back", async () => {
  const queue = new FairQueue({ ...roomy, mostWaitingEach: 2 });
  const { started, work, endAll } = trackedWork();
  const all = ["a1", "a2", "a3", "a4"].map((name) => outcome(queue.run("a", work(name))));
  const refused = await all[3];
  expect(refused).toBeInstanceOf(BusyError);
  expect(refused).toMatchObject({ retryAfterSeconds: 5 });
  await endAll();
  expect(started).toEqual(["a1", "a2", "a3"]);
});

test("in a full queue the longest line gives way to whoever has nothing in it", async () => {
  const queue = new FairQueue({ ...roomy, mostWaiting: 3 });
  const { started, work, endAll } = trackedWork();
  const a = ["a1", "a2", "a3", "a4"].map((name) => outcome(queue.run("a", work(name))));
  expect(await outcome(queue.run("a", work("a5")))).toBeInstanceOf(BusyError);
  const b = outcome(queue.run("b", work("b1")));
  expect(await a[3]).toBeInstanceOf(BusyError);
  const c = outcome(queue.run("c", work("c1")));
  expect(await a[2]).toBeInstanceOf(BusyError);
  expect(await outcome(queue.run("d", work("d1")))).toBeInstanceOf(BusyError);
  await endAll();
  expect(await Promise.all([b, c])).toEqual(["done", "done"]);
  expect(started).toEqual(["a1", "a2", "b1", "c1"]);
});

test("what nobody waits for any more never starts, and takes no place", async () => {
  const queue = new FairQueue({ ...roomy, mostWaiting: 1 });
  const { started, work, endAll } = trackedWork();
  const first = queue.run("a", work("a1"));
  const gone = new AbortController();
  const abandoned = outcome(queue.run("b", work("b1"), gone.signal));
  gone.abort();
  expect(await abandoned).toMatchObject({ name: "AbortError" });
  const next = queue.run("c", work("c1"));
  await endAll();
  await Promise.all([first, next]);
  expect(started).toEqual(["a1", "c1"]);
  expect(await outcome(queue.run("d", work("d1"), gone.signal))).toMatchObject({ name: "AbortError" });
});

test("a turn that does not come in time is refused", async () => {
  const queue = new FairQueue({ ...roomy, mostWaitMs: 20 });
  const { work, endAll } = trackedWork();
  const first = queue.run("a", work("a1"));
  expect(await outcome(queue.run("b", work("b1")))).toBeInstanceOf(BusyError);
  await endAll();
  expect(await first).toBe("a1");
});
