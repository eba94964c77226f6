import { expect, test } from "vitest";
import { MissLimit } from "@/lib/platform/miss-limit";

test("a network that misses too often is over the limit until its window ends; others are not", () => {
  const limit = new MissLimit(2, 1_000);
  limit.add("a", 0);
  expect(limit.isOver("a", 1)).toBe(false);
  limit.add("a", 500);
  expect([limit.isOver("a", 999), limit.isOver("b", 999), limit.isOver("a", 1_000)]).toEqual([
    true,
    false,
    false,
  ]);
  limit.add("a", 1_001);
  expect(limit.isOver("a", 1_002)).toBe(false);
});

test("a flood from very many networks takes a bounded memory", () => {
  const limit = new MissLimit(1, 1_000);
  for (let at = 0; at < 25_000; at += 1) limit.add(`network ${at}`, 0);
  expect([limit.isOver("network 24999", 1), limit.isOver("network 0", 1)]).toEqual([true, false]);
});
