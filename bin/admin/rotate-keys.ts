import { rotateAudit } from "@/bin/admin/rotate-audit";
import { rotateEncryption } from "@/bin/admin/rotate-encryption";
import { rotateSession } from "@/bin/admin/rotate-session";
import { CliError } from "@/bin/embedded-postgres/cli-error";

const rotations: Record<string, () => Promise<boolean>> = {
  encryption: rotateEncryption,
  session: rotateSession,
  audit: rotateAudit,
};

/** Without a name: the master keys. */
export async function rotateKeys([which = "encryption"]: string[]): Promise<boolean> {
  const rotate = rotations[which];
  if (!rotate) throw new CliError("Which? npm run admin -- rotate-keys encryption|session|audit");
  return rotate();
}
