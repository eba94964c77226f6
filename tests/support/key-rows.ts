import { createHash, randomBytes } from "node:crypto";
import type pg from "pg";
import type { MerchantId } from "@/lib/core/merchant-id";
import { type Mode, modes } from "@/lib/core/mode";
import { Secret } from "@/lib/core/secret";
import { secretContext } from "@/lib/domain/api-keys/secret-context";
import type { KeyProvider } from "@/lib/platform/secret-box/key-provider";
import { encryptSecret } from "@/lib/platform/secret-box/secret-box";
import { newMerchantId } from "@/lib/web/require-member";

export type KeyRow = { merchantId: MerchantId; id: string; mode: Mode; key: string };

/** Keys in many merchants, one for each mode, sealed by a master key of the test's choice. Written by a superuser. */
export async function insertKeys(admin: pg.Client, count: number, master: KeyProvider): Promise<KeyRow[]> {
  const userId = crypto.randomUUID();
  await admin.query("INSERT INTO users (id, email, name, password_hash) VALUES ($1, $2, 'Ana', '')", [
    userId,
    `${userId}@example.test`,
  ]);
  const rows: KeyRow[] = [];
  while (rows.length < count) {
    const merchantId = newMerchantId();
    await admin.query("INSERT INTO merchants (merchant_id, slug, name) VALUES ($1::uuid, $1::text, 'M')", [
      merchantId,
    ]);
    await admin.query("INSERT INTO memberships (merchant_id, user_id, role) VALUES ($1, $2, 'owner')", [
      merchantId,
      userId,
    ]);
    for (const mode of modes) rows.push(await insertKey(admin, { merchantId, userId, mode, master }));
  }
  return rows;
}

async function insertKey(
  admin: pg.Client,
  {
    merchantId,
    userId,
    mode,
    master,
  }: { merchantId: MerchantId; userId: string; mode: Mode; master: KeyProvider },
): Promise<KeyRow> {
  const id = crypto.randomUUID();
  const key = `sk_test_${randomBytes(12).toString("hex")}`;
  const { encrypted, masterKeyId } = await encryptSecret(
    new Secret(key),
    secretContext(merchantId, id),
    master,
  );
  const fingerprint = createHash("sha256").update(key).digest();
  await admin.query(
    `INSERT INTO api_keys (merchant_id, id, mode, active_mode, last4, sealed, master_key_id, fingerprint, connected_by_id)
     VALUES ($1, $2, $3, $3, $4, $5, $6, $7, $8)`,
    [merchantId, id, mode, key.slice(-4), Buffer.from(encrypted), masterKeyId, fingerprint, userId],
  );
  return { merchantId, id, mode, key };
}
