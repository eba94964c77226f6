import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readTally } from "@/tools/test-report";

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), "cobro-report-"));
});
afterAll(() => rm(directory, { recursive: true }));

const passed = { name: "a.test.ts", status: "passed", assertionResults: [{ status: "passed" }] };
const failed = { name: "b.test.ts", status: "failed", assertionResults: [{ status: "failed" }] };
const unloadable = { name: "c.test.ts", status: "failed", assertionResults: [] };
const counts = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 };

it.each([
  [
    "counts",
    { ...counts, numPassedTests: 2, testResults: [passed] },
    0,
    { passed: 2, failed: 0, skipped: 0 },
  ],
  [
    "counts failures once, though the exit code tells of them too",
    { ...counts, numPassedTests: 1, numFailedTests: 1, testResults: [passed, failed] },
    1,
    { passed: 1, failed: 1, skipped: 0 },
  ],
  [
    "counts what was left out as skipped, whatever it is called",
    { ...counts, numPassedTests: 1, numPendingTests: 2, numTodoTests: 3, testResults: [passed] },
    0,
    { passed: 1, failed: 0, skipped: 5 },
  ],
  [
    "counts a file that could not be loaded as failed, beside those that failed by themselves",
    { ...counts, numPassedTests: 1, numFailedTests: 1, testResults: [passed, failed, unloadable] },
    1,
    { passed: 1, failed: 2, skipped: 0 },
  ],
  [
    "counts an exit code that no test accounts for as failed",
    { ...counts, numPassedTests: 1, testResults: [passed] },
    1,
    { passed: 1, failed: 1, skipped: 0 },
  ],
  [
    "counts a run without tests as failed",
    { ...counts, testResults: [] },
    0,
    { passed: 0, failed: 1, skipped: 0 },
  ],
])("%s", async (_, report, exitCode, tally) => {
  const file = path.join(directory, "report.json");
  await writeFile(file, JSON.stringify(report));
  expect(await readTally(file, exitCode)).toEqual(tally);
});

it("counts a run without a report as failed", async () => {
  expect(await readTally(path.join(directory, "nowhere.json"), 0)).toEqual({
    passed: 0,
    failed: 1,
    skipped: 0,
  });
});
