import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import { everyLink } from "@/lib/core/link-view";
import { startBatch } from "@/lib/domain/payment-links/bulk/control-batch";
import { getBatch } from "@/lib/domain/payment-links/bulk/get-batch";
import { importTable } from "@/lib/domain/payment-links/bulk/import-table";
import type { BatchCounts } from "@/lib/domain/payment-links/bulk/schema";
import { startWorker } from "@/lib/jobs/worker";
import { uuidv7 } from "@/lib/platform/uuidv7";
import { startWorkerProcess } from "@/tests/support/worker-process";
import type { ConnectedMerchant } from "@/tools/campaign/merchant";

/** Every bad row is of another kind than the one before. */
const wrongAmounts = ["gratis", "1,50,00", "0", "-5", "12.50", "JPY 5", "", "1,234"];

/** A table as Excel writes it in Costa Rica. Every good row has a description of its own. */
export function tableWith({ good, bad }: { good: number; bad: number }): string {
  const every = Math.floor((good + bad) / bad);
  const rows = Array.from({ length: good + bad }, (_, index) => {
    const isBad = index % every === 1 && index < every * bad;
    const amount = isBad
      ? wrongAmounts[Math.floor(index / every) % wrongAmounts.length]
      : `${100 + index},50`;
    return `Cuota ${index + 1};${amount}`;
  });
  return `Concepto;Monto\r\n${rows.join("\r\n")}\r\n`;
}

/** Sends a table, and starts the creation of its links. */
export async function startTable(
  { merchantId, actor }: Pick<ConnectedMerchant, "merchantId" | "actor">,
  text: string,
): Promise<string> {
  const id = uuidv7();
  const usual = { currency: "USD", decimalMark: ",", country: null } as const;
  const table = {
    id,
    mode: "test",
    bytes: new TextEncoder().encode(text),
    fileName: "cuotas.csv",
    usual,
  } as const;
  const sent = await importTable({ merchantId, actor, ...table });
  if (!sent.ok) throw new Error(sent.code);
  const started = await startBatch({ view: everyLink(merchantId), actor, id, version: 1 });
  if (!started.ok) throw new Error(started.code);
  return id;
}

/**
 * Has a table's links created by worker processes, each of which is killed when that part of them has been begun. A
 * worker in this process then finishes it.
 */
export async function finishWithKills(
  admin: pg.Client,
  { merchantId }: Pick<ConnectedMerchant, "merchantId">,
  { id, kills, settings }: { id: string; kills: readonly number[]; settings: Record<string, string> },
): Promise<BatchCounts> {
  const countBegun = async () => {
    const sql =
      "SELECT count(*)::int AS count FROM payment_links WHERE merchant_id = $1 AND origin = 'portal'";
    return (await admin.query<{ count: number }>(sql, [merchantId])).rows[0]?.count ?? 0;
  };
  for (const at of kills) {
    const worker = startWorkerProcess(settings);
    while ((await countBegun()) < at) await sleep(10);
    await worker.end("SIGKILL");
  }
  const last = startWorker();
  try {
    for (;;) {
      const found = await getBatch(everyLink(merchantId), id);
      if (found?.batch.state === "paused") throw new Error(`paused: ${found.batch.pauseReason}`);
      if (found?.batch.state === "done") return found.counts;
      await sleep(50);
    }
  } finally {
    await last.stop();
  }
}
