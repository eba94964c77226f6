import { SettingError } from "@/lib/platform/env";
import { describeDifference, differingSecrets } from "@/lib/platform/health/secret-fingerprints";
import { log } from "@/lib/platform/log";

/**
 * Ends a start with secrets that the database was not used with: what they sign and encrypt would be of no use to the
 * others. A database that does not answer, or is not migrated yet, is left to the readiness check.
 * @throws {SettingError} naming the setting.
 */
export async function refuseOtherSecrets(): Promise<void> {
  const names = await differingSecrets().catch((error: unknown) => {
    if (error instanceof SettingError) throw error;
    log().warn({ code: "secrets_unchecked", reason: error instanceof Error ? error.message : "" });
    return [];
  });
  if (names.length > 0) throw new SettingError(describeDifference(names));
}
