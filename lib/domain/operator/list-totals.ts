import { countAll, countPeople, type Totals } from "@/lib/domain/operator/store";
import { withSystem } from "@/lib/platform/db";

/** How much there is in the whole installation. */
export async function countEverything(): Promise<Totals> {
  return { people: await countPeople(), ...(await withSystem(countAll)) };
}
