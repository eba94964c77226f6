import { print } from "@/bin/admin/print";
import { reconcile } from "@/bin/backup/reconcile";

/** For a database that was set back otherwise than by `restore`: a folder that was copied, a snapshot of the server. */
export async function afterRestore(): Promise<boolean> {
  const { paused, merchants } = await reconcile();
  print(
    `Tables of links that were running and are paused now: ${paused}. Their people decide whether to go on.`,
  );
  print(`Lists of 4Geeks that workers read as soon as they run: those of ${merchants} merchants.`);
  return true;
}
