import { expect, test } from "vitest";
import { remember } from "@/lib/core/remember";

test("a value is made once for each key, and keys do not grow without end", () => {
  const made: string[] = [];
  const find = remember(2, (key: string) => {
    made.push(key);
    return { key };
  });
  expect(find("a")).toBe(find("a"));
  find("b");
  expect(made).toEqual(["a", "b"]);
  expect(find("c")).toEqual({ key: "c" });
  find("a");
  expect(made).toEqual(["a", "b", "c", "a"]);
});
