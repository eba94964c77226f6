import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import { decryptActiveKey } from "@/lib/domain/api-keys/decrypt-key";
import { keyProviderFromSetting } from "@/lib/platform/secret-box/key-provider";
import { onDatabase } from "@/tests/bench/support/database";
import { figure } from "@/tests/bench/support/figure";
import { timed } from "@/tests/bench/support/measure";
import { sizes } from "@/tests/bench/support/sizes";
import { startAdmin } from "@/tests/support/admin-command";
import { forgeKeys } from "@/tests/support/forged-keys";
import { insertKeys } from "@/tests/support/key-rows";

// 10,000 forged envelopes, all of which must be refused; and 10,000 keys that are rotated to a new master key while
// they are read. The command is killed midway and run again, and no read may fail.

const { count } = sizes({ count: 2_000 }, { count: 10_000 });
const [k1, k2] = [1, 2].map((n) => `k${n}:${Buffer.alloc(32, n).toString("base64")}`);

await onDatabase(bench, { ENCRYPTION_KEYS: `${k2},${k1}` });

async function bench(admin: pg.Client): Promise<void> {
  const rows = await insertKeys(admin, count, keyProviderFromSetting(`${k1}`));
  const refused = await forgeKeys(admin, rows, count);
  figure({
    what: `forged boxes of ${count} that were opened`,
    value: count - refused,
    isMet: refused === count,
  });
  // The least that updates as many rows: one statement that changes nothing in them.
  const floorMs = await timed(() => admin.query("UPDATE api_keys SET sealed = sealed"));

  const reads = { good: 0, failed: 0 };
  let isReading = true;
  const readers = Array.from({ length: 3 }, async (_, reader) => {
    for (let n = reader; isReading; n += 7) {
      const row = rows[n % rows.length];
      const opened = row && (await decryptActiveKey(row.merchantId, row.mode));
      reads[opened?.ok && opened.value.key.reveal() === row?.key ? "good" : "failed"] += 1;
    }
  });
  const startedAt = performance.now();
  const first = startAdmin(["rotate-keys"]);
  while ((await left(admin)) > rows.length / 2) await sleep(20);
  first.child.kill("SIGKILL");
  await first.ended;
  console.log(`killed with ${await left(admin)} of ${rows.length} left`);
  const second = await startAdmin(["rotate-keys"]).ended;
  const rotatingMs = performance.now() - startedAt;
  isReading = false;
  await Promise.all(readers);
  const isDone = second.code === 0 && (await left(admin)) === 0;
  const what = `${rows.length} keys put under a new master key, killed midway and resumed`;
  figure({ what, value: rotatingMs, unit: "ms", floor: floorMs, isMet: isDone });
  figure({
    what: `reads of ${reads.good} meanwhile that failed`,
    value: reads.failed,
    isMet: reads.failed === 0,
  });
}

async function left(admin: pg.Client): Promise<number> {
  const { rows } = await admin.query("SELECT count(*)::int FROM api_keys WHERE master_key_id = 'k1'");
  return rows[0].count;
}
