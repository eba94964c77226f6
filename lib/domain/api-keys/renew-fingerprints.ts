import type { MerchantId } from "@/lib/core/merchant-id";
import {
  type EncryptedPlace,
  findEncrypted,
  listUnderOldKeys,
  updateFingerprint,
} from "@/lib/domain/api-keys/rotation-store";
import { secretContext } from "@/lib/domain/api-keys/secret-context";
import { withMerchant, withSystem } from "@/lib/platform/db";
import { readBatches } from "@/lib/platform/keyset";
import { decryptSecret, fingerprintSecret } from "@/lib/platform/secret-box/secret-box";

const batch = 200;
/** No master key has this id, so that every stored key is listed. */
const noKey = "";
const firstPlace: EncryptedPlace = {
  merchantId: "00000000-0000-0000-0000-000000000000",
  id: "00000000-0000-0000-0000-000000000000",
};

/** Computes the fingerprint of every stored API key anew, after `NEXTAUTH_SECRET` has changed. May be repeated. */
export async function renewFingerprints(
  asMerchant: (id: string) => MerchantId,
): Promise<{ renewed: number; unreadable: EncryptedPlace[] }> {
  const unreadable: EncryptedPlace[] = [];
  let renewed = 0;
  const places = readBatches(
    batch,
    (after: EncryptedPlace = firstPlace, limit) =>
      withSystem((tx) => listUnderOldKeys(tx, noKey, after, limit)),
    (place) => place,
  );
  for await (const some of places) {
    for (const place of some) {
      if (await renewOne(asMerchant(place.merchantId), place.id)) renewed += 1;
      else unreadable.push(place);
    }
  }
  return { renewed, unreadable };
}

async function renewOne(merchantId: MerchantId, id: string): Promise<boolean> {
  const encrypted = await withMerchant(merchantId, (tx) => findEncrypted(tx, id));
  // It was wiped meanwhile.
  if (!encrypted) return true;
  const key = await decryptSecret(encrypted, secretContext(merchantId, id));
  if (!key.ok) return false;
  const fingerprint = fingerprintSecret(key.value);
  await withMerchant(merchantId, (tx) => updateFingerprint(tx, id, fingerprint));
  return true;
}
