import type pg from "pg";
import { decryptActiveKey } from "@/lib/domain/api-keys/decrypt-key";
import type { KeyRow } from "@/tests/support/key-rows";
import { seededRandom } from "@/tests/support/seeded-random";

/**
 * Puts forged bytes into rows of `api_keys` and decrypts them as the portal does: with flipped bits, the bytes of
 * another row, another version, or cut off. Afterwards each row gets its own bytes back.
 * @returns how many were refused.
 */
export async function forgeKeys(admin: pg.Client, rows: KeyRow[], count: number): Promise<number> {
  const random = seededRandom(7);
  const pick = (below: number) => Math.floor(random() * below);
  const stored = await admin.query<{ id: string; sealed: Buffer }>("SELECT id, sealed FROM api_keys");
  const bytesById = new Map(stored.rows.map(({ id, sealed }) => [id, sealed]));
  let refused = 0;
  for (let n = 0; n < count; n++) {
    const place = pick(rows.length);
    const row = rows[place];
    const bytes = bytesById.get(row?.id ?? "");
    const foreign = bytesById.get(rows[(place + 1 + pick(rows.length - 1)) % rows.length]?.id ?? "");
    if (!row || !bytes || !foreign) throw new Error("no such row");
    const forms = [
      () => flipped(bytes, pick(bytes.length), 1 + pick(255)),
      () => foreign,
      () => flipped(bytes, 0, 1 + pick(255)),
      () => bytes.subarray(0, pick(bytes.length)),
    ];
    const forged = forms[n % forms.length]?.() ?? bytes;
    // The database accepts no empty bytes for a connected key.
    const put = (sealed: Buffer | string) =>
      admin.query("UPDATE api_keys SET sealed = $3 WHERE merchant_id = $1 AND id = $2", [
        row.merchantId,
        row.id,
        sealed,
      ]);
    await put(forged.length ? forged : "\\x00");
    const opened = await decryptActiveKey(row.merchantId, row.mode);
    if (!opened.ok && opened.code === "key_unreadable") refused += 1;
    await put(bytes);
  }
  return refused;
}

function flipped(bytes: Buffer, at: number, mask: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (bytes[at] ?? 0) ^ mask;
  return copy;
}
