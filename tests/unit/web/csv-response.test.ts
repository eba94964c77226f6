import { expect, test } from "vitest";
import { isBusy } from "@/lib/platform/fair-queue";
import { csvResponse } from "@/lib/web/csv-response";

test("of one person's files only some are open at once; the others are refused before they begin", async () => {
  async function* lines() {
    await new Promise(setImmediate);
    yield "line\r\n";
  }
  const asked = Array.from({ length: 20 }, async () =>
    (await csvResponse(lines(), { name: "a", personId: "a" })).text(),
  );
  const files = await Promise.allSettled(asked);
  const refused = files.filter(({ status }) => status === "rejected");
  expect(refused.length).toBeGreaterThan(0);
  expect(refused.every((one) => "reason" in one && isBusy(one.reason))).toBe(true);
  expect(files.length - refused.length).toBeGreaterThanOrEqual(6);
});

test("two people's exports go on in turns, however many one of them downloads", async () => {
  const written: string[] = [];
  async function* lines(name: string) {
    for (let line = 1; line <= 3; line++) {
      written.push(name);
      // Reading from the database takes a while, in which others ask too.
      await new Promise(setImmediate);
      yield `${name}\r\n`;
    }
  }
  const download = async (personId: string, name: string) =>
    (await csvResponse(lines(name), { name, personId })).text();
  const names = ["a1", "a2", "a3", "a4", "b1"];
  const files = await Promise.all(names.map((name) => download(name.slice(0, 1), name)));
  expect(files).toEqual(names.map((name) => `${name}\r\n`.repeat(3)));
  const lastOfOther = written.lastIndexOf("b1");
  expect(written.slice(0, lastOfOther).filter((name) => name !== "b1").length).toBeLessThanOrEqual(6);
});
