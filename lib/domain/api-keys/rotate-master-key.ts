import type { MerchantId } from "@/lib/core/merchant-id";
import {
  countUnderOldKeys,
  type EncryptedPlace,
  findEncrypted,
  listUnderOldKeys,
  replaceEncrypted,
} from "@/lib/domain/api-keys/rotation-store";
import { secretContext } from "@/lib/domain/api-keys/secret-context";
import { withMerchant, withSystem } from "@/lib/platform/db";
import { keyProvider } from "@/lib/platform/secret-box/key-provider";
import { rewrapSecret } from "@/lib/platform/secret-box/secret-box";

const batch = 200;
const atOnce = 4;
const firstPlace: EncryptedPlace = {
  merchantId: "00000000-0000-0000-0000-000000000000",
  id: "00000000-0000-0000-0000-000000000000",
};

export type RotationProgress = { done: number; total: number };
/** `unreadable`: keys that none of the given master keys can decrypt. They stay as they are. */
export type RotationEnd = { masterKeyId: string; rewrapped: number; unreadable: EncryptedPlace[] };

/**
 * Encrypts the data key of every API key with the active master key, row by row. A row is replaced as a whole, and only
 * if it has not changed since it was read, so that it can be decrypted at every moment with both master keys. After an
 * interruption the next run continues with the rest.
 */
export async function rotateMasterKey(options: {
  asMerchant: (id: string) => MerchantId;
  onProgress: (progress: RotationProgress) => void;
}): Promise<RotationEnd> {
  const masterKeyId = keyProvider().activeKeyId;
  const total = await withSystem((tx) => countUnderOldKeys(tx, masterKeyId));
  const unreadable: EncryptedPlace[] = [];
  let [rewrapped, done, after] = [0, 0, firstPlace];
  for (;;) {
    const places = await withSystem((tx) => listUnderOldKeys(tx, masterKeyId, after, batch));
    const waiting = [...places];
    const work = async () => {
      for (let place = waiting.shift(); place; place = waiting.shift()) {
        const outcome = await rewrapOne(options.asMerchant(place.merchantId), place.id);
        if (outcome === "unreadable") unreadable.push(place);
        if (outcome === "rewrapped") rewrapped += 1;
        done += 1;
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    options.onProgress({ done, total: Math.max(total, done) });
    const last = places.at(-1);
    if (!last || places.length < batch) return { masterKeyId, rewrapped, unreadable };
    after = last;
  }
}

/**
 * `gone`: erased or replaced meanwhile. No transaction is open while a key is rewrapped, which may take a call to a
 * KMS.
 */
async function rewrapOne(merchantId: MerchantId, id: string): Promise<"rewrapped" | "gone" | "unreadable"> {
  const from = await withMerchant(merchantId, (tx) => findEncrypted(tx, id));
  if (!from) return "gone";
  const rewrap = await rewrapSecret(from, secretContext(merchantId, id));
  if (!rewrap.ok) return "unreadable";
  const { encrypted: to, masterKeyId } = rewrap.value;
  const change = { from, to, masterKeyId };
  const isReplaced = await withMerchant(merchantId, (tx) => replaceEncrypted(tx, id, change));
  return isReplaced ? "rewrapped" : "gone";
}
