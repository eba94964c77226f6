import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { paths } from "@/lib/core/paths";
import { isProvenLately } from "@/lib/domain/accounts/prove-again";
import { pathHeader, safeNextPath } from "@/lib/web/address";
import { requireSession } from "@/lib/web/session";

/**
 * For pages and actions that a stolen session must not be enough for: whoever has not proved who they are within the
 * last ten minutes is sent to do so, and comes back here afterwards.
 * @param keep keeps what was typed, before the person is sent there.
 */
export async function requireProof(keep: () => Promise<void> = async () => {}): Promise<void> {
  if (isProvenLately(await requireSession())) return;
  await keep();
  redirect(paths.confirmThen(safeNextPath((await headers()).get(pathHeader)) ?? paths.merchants));
}
