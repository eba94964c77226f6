import { print, printError } from "@/bin/admin/print";
import { renewFingerprints } from "@/lib/domain/api-keys/renew-fingerprints";
import { mintMerchantId } from "@/lib/domain/members/mint-merchant-id";
import {
  describeDifference,
  differingSecrets,
  replaceFingerprints,
} from "@/lib/platform/health/secret-fingerprints";

/** Makes the database's NEXTAUTH_SECRET the one that is given now. */
export async function rotateSession(): Promise<boolean> {
  const others = (await differingSecrets()).filter((name) => name !== "NEXTAUTH_SECRET");
  if (others.length > 0) {
    printError(describeDifference(others));
    printError("If AUDIT_KEYS is named: with the old NEXTAUTH_SECRET, run rotate-keys audit first.");
    return false;
  }
  const { renewed, unreadable } = await renewFingerprints(mintMerchantId);
  for (const { merchantId, id } of unreadable) {
    printError(`Key ${id} of merchant ${merchantId} does not open with any of the ENCRYPTION_KEYS.`);
  }
  await replaceFingerprints("NEXTAUTH_SECRET");
  print(
    `The NEXTAUTH_SECRET that is given here is the one of this database now (${renewed} keys looked at).`,
  );
  print("Start every process with it within the hour. Everybody has to sign in again.");
  return unreadable.length === 0;
}
