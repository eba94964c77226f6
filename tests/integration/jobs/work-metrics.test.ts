import { expect, test } from "vitest";
import { addWorkMetrics } from "@/lib/jobs/work-metrics";
import { db } from "@/lib/platform/db";
import { metrics } from "@/lib/platform/metrics/metrics";
import { freshDatabase } from "@/tests/support/database";

await freshDatabase();

test("what waits is counted, and the oldest has its age", async () => {
  addWorkMetrics();
  await db().$executeRaw`
    SELECT graphile_worker.add_job('sweep', '{}'::json, run_at => now() - interval '90 seconds', job_key => 'late')`;
  const text = await metrics().registry.metrics();
  expect(text).toContain('cobro_links_pending{state="unknown"} 0');
  expect(text).toContain("cobro_links_pending_oldest_seconds 0");
  expect(text).toMatch(/^cobro_queue_waiting_jobs [1-9]/m);
  expect(text).toContain("cobro_queue_failed_jobs 0");
  expect(Number(/^cobro_queue_oldest_job_seconds ([\d.]+)/m.exec(text)?.[1])).toBeGreaterThanOrEqual(90);
  expect(text).toMatch(/^cobro_sync_lag_seconds \d/m);
});
