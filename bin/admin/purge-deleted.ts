import { print, printError } from "@/bin/admin/print";
import { mintMerchantId } from "@/lib/domain/members/mint-merchant-id";
import { deletedMerchants } from "@/lib/domain/merchants/list-deleted";
import { purgeDeleted } from "@/lib/domain/merchants/purge-merchants";

export async function purgeDeletedMerchants(): Promise<boolean> {
  const { purged, failed } = await purgeDeleted({
    asMerchant: mintMerchantId,
    onPurged: ({ slug, rows }) => print(`${slug} is gone, with ${rows} rows of links and audit log.`),
  });
  print(`${purged} merchants removed.`);
  for (const slug of failed) printError(`${slug} could not be removed; the log says why.`);
  for (const { slug, restorableUntil } of await deletedMerchants()) {
    print(`${slug} can be restored until ${restorableUntil.toISOString()}.`);
  }
  return failed.length === 0;
}
