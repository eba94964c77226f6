import { randomBytes } from "node:crypto";
import { print, printError } from "@/bin/admin/print";
import { verifyAudit } from "@/bin/admin/verify-audit";
import { moveToNewestKey } from "@/lib/domain/audit/seal-events";
import { allMerchants } from "@/lib/domain/operator/list-merchants";
import { env, requireSetting } from "@/lib/platform/env";
import { auditKeys, derivedAuditKey, derivedKeyId } from "@/lib/platform/secret-box/audit-keys";

/**
 * Verifies every log and lets its chain go on with the first of AUDIT_KEYS. Without AUDIT_KEYS, the key of the log is
 * derived from NEXTAUTH_SECRET; it then says what to set.
 */
export async function rotateAudit(): Promise<boolean> {
  if (env().AUDIT_KEYS === undefined) return adviseKeys();
  if (!(await verifyAudit([]))) {
    printError("Nothing was changed: a new key would cover what is wrong.");
    return false;
  }
  const [{ id }, ...older] = auditKeys();
  const failed: string[] = [];
  for (const { merchantId, slug } of await allMerchants()) {
    if (!(await moveToNewestKey(merchantId))) failed.push(slug);
  }
  for (const slug of failed) printError(`${slug}: its chain could not be moved to the new key.`);
  if (failed.length === 0) print(`Every log goes on with the key ${id}.`);
  const names = older.map((key) => key.id).filter((name) => name !== derivedKeyId || isGiven(name));
  if (names.length > 0)
    print(`Keep ${names.join(", ")} in AUDIT_KEYS after it: what is older is verified with them.`);
  return failed.length === 0;
}

/** The secrets are shown because only the operator can put them where the settings are. */
function adviseKeys(): boolean {
  const derived = derivedAuditKey(requireSetting("NEXTAUTH_SECRET")).toString("base64");
  print(
    "The key of the audit log is derived from NEXTAUTH_SECRET. Give every process this setting, which goes on",
  );
  print("with a new key and verifies what is older with the derived one; then run this again:");
  print(`AUDIT_KEYS=a1:${randomBytes(32).toString("base64")},${derivedKeyId}:${derived}`);
  return false;
}

function isGiven(id: string): boolean {
  return (env().AUDIT_KEYS ?? "").split(",").some((entry) => entry.trim().startsWith(`${id}:`));
}
