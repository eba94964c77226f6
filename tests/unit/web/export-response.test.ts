import { expect, test } from "vitest";
import { csvForPrograms } from "@/lib/core/csv";
import { isBusy } from "@/lib/platform/fair-queue";
import { exportResponse } from "@/lib/web/export-response";

const plain = { format: csvForPrograms, timeZone: "UTC" };

test("of one person's files only some are open at once; the others are refused before they begin", async () => {
  async function* rows() {
    await new Promise(setImmediate);
    yield [["line"]];
  }
  const asked = Array.from({ length: 20 }, async () =>
    (await exportResponse(rows(), { ...plain, name: "a", personId: "a" })).text(),
  );
  const files = await Promise.allSettled(asked);
  const refused = files.filter(({ status }) => status === "rejected");
  expect(refused.length).toBeGreaterThan(0);
  expect(refused.every((one) => "reason" in one && isBusy(one.reason))).toBe(true);
  expect(files.length - refused.length).toBeGreaterThanOrEqual(6);
});

test("two people's exports go on in turns, however many one of them downloads", async () => {
  const written: string[] = [];
  async function* rows(name: string) {
    for (let line = 1; line <= 3; line++) {
      written.push(name);
      // Reading from the database takes a while, in which others ask too.
      await new Promise(setImmediate);
      yield [[name]];
    }
  }
  const download = async (personId: string, name: string) =>
    (await exportResponse(rows(name), { ...plain, name, personId })).text();
  const names = ["x1", "x2", "x3", "x4", "y1"];
  const files = await Promise.all(names.map((name) => download(name.slice(0, 1), name)));
  expect(files).toEqual(names.map((name) => `${name}\r\n`.repeat(3)));
  const lastOfOther = written.lastIndexOf("y1");
  expect(written.slice(0, lastOfOther).filter((name) => name !== "y1").length).toBeLessThanOrEqual(6);
});
