import type pg from "pg";
import { everyLink } from "@/lib/core/link-view";
import { getRows } from "@/lib/domain/payment-links/bulk/get-batch";
import { createPaymentLink } from "@/lib/domain/payment-links/create/create-payment-link";
import { sweepExpiredLeases } from "@/lib/domain/payment-links/create/sweep-leases";
import { matchCandidate } from "@/lib/domain/payment-links/inbox/match-candidate";
import { openCandidate } from "@/lib/domain/payment-links/inbox/open-candidate";
import { syncKey } from "@/lib/domain/payment-links/sync/sync-key";
import { onDatabase } from "@/tests/bench/support/database";
import { figure } from "@/tests/bench/support/figure";
import { sizes } from "@/tests/bench/support/sizes";
import { finishWithKills, startTable, tableWith } from "@/tests/support/bulk-kills";
import { startTestSandbox } from "@/tests/support/sandbox";
import { type ConnectedMerchant, connectedMerchant } from "@/tools/campaign/merchant";

// A table of many rows with some bad ones. The worker is killed three times while it creates the links. Afterwards a
// person decides in the inbox about what was on its way then. Each good row must have one link, and none two.

const { good, bad } = sizes({ good: 460, bad: 37 }, { good: 4_963, bad: 37 });

await onDatabase(bench, { LOG_LEVEL: "fatal", PAYMENT_LINKS_TIMEOUT_MS: "1000" });

async function bench(admin: pg.Client): Promise<void> {
  const sandbox = await startTestSandbox();
  process.env.PAYMENT_LINKS_API_URL = sandbox.url;
  try {
    const merchant = await connectedMerchant(sandbox.url);
    const id = await startTable(merchant, tableWith({ good, bad }));
    const kills = [0.25, 0.5, 0.75].map((part) => Math.floor(good * part));
    const startedAt = performance.now();
    const counts = await finishWithKills(admin, merchant, { id, kills, settings: {} });
    figure({
      what: `links of ${good} rows, the worker killed three times`,
      value: performance.now() - startedAt,
      unit: "ms",
    });
    figure({
      what: "rows that were on their way when it was killed",
      value: counts.unconfirmed,
      isMet: counts.unconfirmed <= 9,
    });
    await decide(admin, merchant, id);
    const rows = await getRows(everyLink(merchant.merchantId), id, { limit: good + bad });
    const ready = rows.filter(({ link }) => link?.state === "ready").length;
    const explained = rows.filter(({ problems }) => problems && problems.length > 0).length;
    const upstream = (await merchant.account.links()).map(({ description }) =>
      description.replace(/ \(ref .*/, ""),
    );
    const twice = upstream.length - new Set(upstream).size;
    figure({
      what: `links of ${good} rows`,
      value: ready,
      isMet: ready === good && upstream.length === good,
    });
    figure({ what: `explained rows of ${bad}`, value: explained, isMet: explained === bad });
    figure({ what: "links that were created twice", value: twice, isMet: twice === 0 });
  } finally {
    await sandbox.close();
  }
}

/** As a careful person does: looks whether an unconfirmed link exists upstream, matches it, or else creates it again. */
async function decide(admin: pg.Client, merchant: ConnectedMerchant, id: string): Promise<void> {
  const { merchantId, actor, account } = merchant;
  const view = everyLink(merchantId);
  // The leases of what was on its way are over by now, or are ended here.
  await admin.query("UPDATE payment_links SET lease_until = now() - interval '1 s' WHERE state = 'sending'");
  await sweepExpiredLeases(merchantId);
  const keys = await admin.query<{ id: string }>("SELECT id FROM api_keys WHERE merchant_id = $1", [
    merchantId,
  ]);
  for (const key of keys.rows) {
    while ((await syncKey({ merchantId, apiKeyId: key.id })).code === "more");
  }
  const upstream = await account.links();
  for (const row of await getRows(view, id, { limit: good + bad })) {
    if (row.link?.state !== "unknown" || row.amountMinor === null || row.description === null) continue;
    const linkId = row.link.id;
    const seen = upstream.find(
      ({ description }) => description === `${row.description} (ref ${row.link?.reference})`,
    );
    const found = await admin.query<{ id: string }>(
      "SELECT id FROM payment_links WHERE merchant_id = $1 AND origin = 'external' AND upstream_id = $2",
      [merchantId, seen?.id],
    );
    const candidateId = found.rows[0]?.id;
    if (candidateId) {
      await openCandidate({ view, actor, linkId, candidateId });
      const shown = { amountMinor: String(row.amountMinor), currency: "USD" };
      await matchCandidate({ view, actor, linkId, candidateId, shown });
    } else {
      const link = { amountMinor: row.amountMinor, currency: "USD", description: row.description } as const;
      const request = { merchantId, actor, mode: "test", intentId: crypto.randomUUID() } as const;
      await createPaymentLink({ ...request, link, replaces: linkId });
    }
  }
}
