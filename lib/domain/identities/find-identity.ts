import type { Identity, LinkedIdentity } from "@/lib/domain/identities/schema";
import { listOwn, noteUse } from "@/lib/domain/identities/store";
import { toNetwork } from "@/lib/platform/network-address";
import { isWithinLimit } from "@/lib/platform/rate-limits";

/** A sign-in counts twice: on the way to the provider, and back. */
const attempts = { perAddress: 200, windowSeconds: 15 * 60 };

/** Counts an attempt to sign in by a provider, before the provider is asked anything. */
export function mayAskProvider(ip: string | null): Promise<boolean> {
  return isWithinLimit(`provider-from:${toNetwork(ip)}`, attempts.perAddress, attempts.windowSeconds);
}

/** Whose account is linked with an identity that its provider has just confirmed; null for nobody's. */
export function findPerson(identity: Identity): Promise<string | null> {
  return noteUse(identity);
}

export function listIdentities(userId: string): Promise<LinkedIdentity[]> {
  return listOwn(userId);
}
