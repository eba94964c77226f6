import { createHash, randomBytes } from "node:crypto";
import type pg from "pg";
import type { MerchantId } from "@/lib/core/merchant-id";
import { type Mode, modes } from "@/lib/core/mode";
import { Secret } from "@/lib/core/secret";
import { secretContext } from "@/lib/domain/api-keys/secret-context";
import type { KeyProvider } from "@/lib/platform/secret-box/key-provider";
import { encryptSecret } from "@/lib/platform/secret-box/secret-box";
import { newMerchantId } from "@/lib/web/require-member";
import { insertApiKey } from "@/tests/fixtures/api-key";
import { insertMembership } from "@/tests/fixtures/membership";
import { insertMerchant } from "@/tests/fixtures/merchant";
import { insertUser } from "@/tests/fixtures/user";

export type KeyRow = { merchantId: MerchantId; id: string; mode: Mode; key: string };

/** Keys in many merchants, one for each mode, encrypted with a given master key. */
export async function insertKeys(admin: pg.Client, count: number, master: KeyProvider): Promise<KeyRow[]> {
  const userId = await insertUser(admin);
  const rows: KeyRow[] = [];
  while (rows.length < count) {
    const merchantId = newMerchantId();
    await insertMerchant(admin, { merchant_id: merchantId });
    await insertMembership(admin, { merchant_id: merchantId, user_id: userId });
    for (const mode of modes) rows.push(await insertKey(admin, { merchantId, mode, master }));
  }
  return rows;
}

async function insertKey(
  admin: pg.Client,
  { merchantId, mode, master }: { merchantId: MerchantId; mode: Mode; master: KeyProvider },
): Promise<KeyRow> {
  const id = crypto.randomUUID();
  const key = `sk_test_${randomBytes(12).toString("hex")}`;
  const { encrypted, masterKeyId } = await encryptSecret(
    new Secret(key),
    secretContext(merchantId, id),
    master,
  );
  const fingerprint = createHash("sha256").update(key).digest();
  await insertApiKey(admin, {
    ...{ merchant_id: merchantId, id, mode, last4: key.slice(-4), fingerprint },
    ...{ sealed: Buffer.from(encrypted), master_key_id: masterKeyId },
  });
  return { merchantId, id, mode, key };
}
