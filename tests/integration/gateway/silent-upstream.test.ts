import { afterAll, beforeAll, expect, test } from "vitest";
import { everyLink } from "@/lib/core/link-view";
import { createPaymentLink } from "@/lib/domain/payment-links/create/create-payment-link";
import { historyPage } from "@/lib/domain/payment-links/history/list-history";
import { freshDatabase } from "@/tests/support/database";
import { startTestSandbox, type TestSandbox } from "@/tests/support/sandbox";
import { type ConnectedMerchant, connectedMerchant } from "@/tools/campaign/merchant";
import { readThroughSilence } from "@/tools/campaign/silent-upstream";
import { tapUpstream, type UpstreamTap } from "@/tools/campaign/upstream-tap";

const { adminUrl } = await freshDatabase();
process.env.PAYMENT_LINKS_TIMEOUT_MS = "2000";
/** Connections of one process, see lib/platform/db.ts. */
const poolSize = 10;
let isSilent = false;
let sandbox: TestSandbox;
let upstream: UpstreamTap;
let merchant: ConnectedMerchant;

beforeAll(async () => {
  sandbox = await startTestSandbox();
  upstream = await tapUpstream(sandbox.url, () =>
    isSilent ? [{ direction: "down", atByte: 0, kind: "stall" }] : [],
  );
  process.env.PAYMENT_LINKS_API_URL = upstream.url;
  merchant = await connectedMerchant(sandbox.url);
});
afterAll(async () => {
  await upstream.close();
  await sandbox.close();
});

test("with upstream silent for seconds and 40 creations waiting, history is read as before", async () => {
  const { merchantId, actor } = merchant;
  let number = 0;
  const report = await readThroughSilence({
    ...{ adminUrl, creators: 40, everyMs: 2_200, silentMs: 7_500, usualMs: 3_000 },
    silence: (silent) => {
      isSilent = silent;
    },
    read: () => historyPage(everyLink(merchantId), {}, "UTC"),
    create: async () => {
      const link = { amountMinor: 1250, currency: "USD", description: `Request ${++number}` } as const;
      const createRequest = { merchantId, actor, mode: "test", intentId: crypto.randomUUID(), link } as const;
      const created = await createPaymentLink(createRequest);
      return created.ok ? created.value.state : created.code;
    },
  });
  expect(report.failures).toBe(0);
  expect(report.hanging).toBeGreaterThan(30);
  expect([...report.outcomes.keys()].toSorted()).toEqual(["ready", "unknown"]);
  expect(report.outcomes.get("unknown")).toBeGreaterThanOrEqual(80);
  expect(report.connections).toBeLessThanOrEqual(poolSize);
  // With no free connection in the pool, a read would wait five seconds. Its exact time is for the benchmark.
  expect(report.silentP95).toBeLessThan(2_500);
}, 60_000);
