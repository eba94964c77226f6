import { expect, test } from "vitest";
import { syncStatus } from "@/lib/domain/payment-links/sync/get-status";
import { requestSyncNow } from "@/lib/domain/payment-links/sync/request-sync";
import { merchantWithLinks } from "@/tests/support/syncing";
import { startWorkerProcess } from "@/tests/support/worker-process";
import { inEnvironment } from "@/tools/campaign/environment";

test("Postgres restarts under a worker: it goes on by itself, and SIGTERM ends it with code 0", async () => {
  await inEnvironment({ settings: { LOG_LEVEL: "fatal" } }, async (environment) => {
    const worker = startWorkerProcess(environment.settings);
    environment.later(() => worker.child.kill("SIGKILL"));
    const merchant = await merchantWithLinks(environment.sandboxUrl, 8_000);
    const { merchantId, account } = merchant;
    const getTotal = async () => (await syncStatus(merchantId, "test").catch(() => null))?.completeTotal;
    await requestSyncNow(merchantId, "test");
    // In the middle of reading, at whatever is being written then.
    for (const how of ["fast", "immediate", "immediate", "fast"] as const) {
      await new Promise((resolve) => setTimeout(resolve, 400));
      await environment.restartPostgres(how);
    }
    await expect.poll(getTotal, { timeout: 90_000, interval: 200 }).toBe(8_000);
    await account.seed(1);
    await expect.poll(() => requestSyncNow(merchantId, "test").then(() => true)).toBe(true);
    await expect.poll(getTotal, { timeout: 60_000, interval: 100 }).toBe(8_001);
    expect(worker.child.exitCode ?? worker.child.signalCode).toBeNull();
    const askedAt = Date.now();
    expect(await worker.end("SIGTERM")).toBe(0);
    expect(Date.now() - askedAt).toBeLessThan(5_000);
  });
}, 180_000);
