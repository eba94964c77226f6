import { print, printError } from "@/bin/admin/print";
import { rotateMasterKey } from "@/lib/domain/api-keys/rotate-master-key";
import { mintMerchantId } from "@/lib/domain/members/mint-merchant-id";
import { rotateAuthenticators } from "@/lib/domain/second-factors/rotate-authenticators";
import { forgetOtherKeys } from "@/lib/platform/health/secret-fingerprints";

const everyMs = 1_000;

export async function rotateEncryption(): Promise<boolean> {
  print("Every process of the portal must already have all of these ENCRYPTION_KEYS, or it cannot open what");
  print("is moved to the new one. This can be stopped at any time and run again.");
  let saidAt = 0;
  const { masterKeyId, rewrapped, unreadable } = await rotateMasterKey({
    asMerchant: mintMerchantId,
    onProgress: ({ done, total }) => {
      if (Date.now() - saidAt < everyMs && done < total) return;
      saidAt = Date.now();
      if (total > 0) print(`  ${done} of ${total} (${Math.floor((100 * done) / total)} %)`);
    },
  });
  print(`${rewrapped} keys moved to master key ${masterKeyId}.`);
  for (const { merchantId, id } of unreadable) {
    printError(`Key ${id} of merchant ${merchantId} does not open with any of the ENCRYPTION_KEYS.`);
  }
  const apps = await rotateAuthenticators();
  if (apps.rewrapped > 0) print(`${apps.rewrapped} secrets of people's apps moved too.`);
  for (const userId of apps.unreadable) {
    printError(`The app's secret of person ${userId} does not open with any of the ENCRYPTION_KEYS.`);
  }
  const isWell = unreadable.length + apps.unreadable.length === 0;
  if (isWell) {
    await forgetOtherKeys("ENCRYPTION_KEYS", masterKeyId);
    print(`No stored key needs any other master key than ${masterKeyId} now.`);
    print("Emails that wait for the mail server may: keep the others in ENCRYPTION_KEYS for another day.");
  }
  return isWell;
}
