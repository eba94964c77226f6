import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { keepRunning } from "@/bin/process/keep-running";

const said = vi.fn();
beforeEach(() => {
  vi.spyOn(console, "error").mockImplementation(said.mockReset());
});
afterEach(() => vi.restoreAllMocks());

/** A part that ends at once, or does not start at all, until its `good`th start, which runs until it is stopped. */
function startsBadly(good: number) {
  let count = 0;
  let end = (_how: string) => {};
  const start = () => {
    count += 1;
    if (count === 2) throw new Error("no room");
    if (count < good) return { exited: Promise.resolve("exit code 1"), stop: () => Promise.resolve() };
    const exited = new Promise<string>((resolve) => {
      end = resolve;
    });
    return { exited, stop: () => Promise.resolve(end("stopped")) };
  };
  return { start, count: () => count };
}

it("starts a part again, after longer and longer pauses, whatever it ends of", async () => {
  const { start, count } = startsBadly(4);
  const kept = await keepRunning({ name: "the part", start });
  expect(await kept.firstEnd).toBe("exit code 1");
  await expect.poll(count).toBe(4);
  await kept.stop();
  expect(said.mock.calls.flat()).toEqual([
    "The part ended unexpectedly (exit code 1). Starting it again in 0.5 s.",
    "The part ended unexpectedly (no room). Starting it again in 1 s.",
    "The part ended unexpectedly (exit code 1). Starting it again in 2 s.",
  ]);
});

it("lets a part that was stopped rest, also in the middle of a pause", async () => {
  const { start, count } = startsBadly(9);
  const kept = await keepRunning({ name: "the part", start });
  await expect.poll(() => said.mock.calls.length).toBe(1);
  await kept.stop();
  expect(count()).toBe(1);
});
