import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { decryptActiveKey } from "@/lib/domain/api-keys/decrypt-key";
import { keyProviderFromSetting } from "@/lib/platform/secret-box/key-provider";
import { startAdmin } from "@/tests/support/admin-command";
import { freshDatabase } from "@/tests/support/database";
import { forgeKeys } from "@/tests/support/forged-keys";
import { insertKeys, type KeyRow } from "@/tests/support/key-rows";

const { adminUrl } = await freshDatabase();
const admin = new pg.Client({ connectionString: adminUrl });
await admin.connect();
afterAll(() => admin.end());

const [k1, k2] = [1, 2].map((n) => `k${n}:${Buffer.alloc(32, n).toString("base64")}`);
const master = keyProviderFromSetting(`${k1}`);
// The portal's setting while master keys are rotated: it can decrypt with both.
process.env.ENCRYPTION_KEYS = `${k2},${k1}`;

const count = 300;
let rows: KeyRow[];
beforeAll(async () => {
  rows = await insertKeys(admin, count, master);
});

describe("a sealed key in the database", () => {
  it("is refused in 1,000 forms: tampered with, swapped with another row, cut, of another version", async () => {
    expect(await forgeKeys(admin, rows, 1_000)).toBe(1_000);
    for (const row of rows.slice(0, 20)) expect(await reads(row)).toBe(true);
  });
});

describe("rotate-keys", () => {
  it("is killed midway and resumed, and no read fails meanwhile", async () => {
    let [failed, interpretation] = [0, true];
    let good = 0;
    const readers = Array.from({ length: 3 }, async (_, reader) => {
      for (let n = reader; interpretation; n += 7) {
        const row = rows[n % count];
        if (row && (await reads(row))) good += 1;
        else failed += 1;
      }
    });

    const first = startAdmin(["rotate-keys"]);
    while ((await left()) > count - 60) await sleep(5);
    first.child.kill("SIGKILL");
    expect((await first.ended).signal).toBe("SIGKILL");
    const halfway = await left();
    expect(halfway).toBeGreaterThan(0);
    expect(halfway).toBeLessThan(count);

    const second = await startAdmin(["rotate-keys"]).ended;
    expect(second).toMatchObject({ code: 0, stderr: "" });
    expect(second.stdout).toContain(`${halfway} of ${halfway} (100 %)`);
    expect(second.stdout).toContain("keys moved to master key k2.");
    interpretation = false;
    await Promise.all(readers);
    expect(failed).toBe(0);
    expect(good).toBeGreaterThan(100);
    expect(await left()).toBe(0);

    // The old master key can be removed.
    const third = await startAdmin(["rotate-keys"], { ENCRYPTION_KEYS: `${k2}` }).ended;
    expect(third).toMatchObject({ code: 0, stdout: expect.stringContaining("0 keys moved") });
  }, 60_000);

  it("leaves alone what does not open, names it, and ends with 1", async () => {
    const [row] = rows;
    await admin.query("UPDATE api_keys SET master_key_id = 'k0' WHERE id = $1", [row?.id]);
    await admin.query(
      "UPDATE api_keys SET sealed = set_byte(sealed, 10, get_byte(sealed, 10) # 1) WHERE id = $1",
      [row?.id],
    );
    const run = await startAdmin(["rotate-keys"]).ended;
    expect(run.code).toBe(1);
    expect(run.stderr).toContain(`Key ${row?.id} of merchant ${row?.merchantId} does not open`);
  });
});

async function reads({ merchantId, mode, key }: KeyRow): Promise<boolean> {
  const opened = await decryptActiveKey(merchantId, mode);
  return opened.ok && opened.value.key.reveal() === key;
}

async function left(): Promise<number> {
  const { rows } = await admin.query("SELECT count(*)::int FROM api_keys WHERE master_key_id = 'k1'");
  return rows[0].count;
}
