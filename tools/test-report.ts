import { readFile } from "node:fs/promises";
import * as z from "zod";

export type Tally = { passed: number; failed: number; skipped: number };

/** The parts of vitest's JSON report that are used. */
const reportSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ status: z.string() })),
    }),
  ),
});

/**
 * Counts the results of one vitest run. Whatever did not run counts as failed: a file that could not be loaded, a run
 * that ended badly although every test passed, a run without tests, a missing report.
 */
export async function readTally(reportFile: string, exitCode: number): Promise<Tally> {
  const text = await readFile(reportFile, "utf8").catch(() => undefined);
  if (text === undefined) return { passed: 0, failed: 1, skipped: 0 };
  const report = reportSchema.parse(JSON.parse(text));
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && !assertionResults.some((test) => test.status === "failed"),
  );
  const passed = report.numPassedTests;
  const skipped = report.numPendingTests + report.numTodoTests;
  const failed = report.numFailedTests + brokenFiles.length;
  const wentBadly = exitCode !== 0 || passed + skipped === 0;
  return { passed, failed: failed === 0 && wentBadly ? 1 : failed, skipped };
}

export function add(one: Tally, other: Tally): Tally {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: one.skipped + other.skipped,
  };
}
