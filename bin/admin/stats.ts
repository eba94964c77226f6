import { print } from "@/bin/admin/print";
import { countEverything } from "@/lib/domain/operator/list-totals";
import { listJobs } from "@/lib/jobs/list-jobs";
import { db } from "@/lib/platform/db";

export async function stats(): Promise<boolean> {
  const { people, merchants, links } = await countEverything();
  const { total, first } = await listJobs(1);
  const [size] = await db().$queryRaw<{ megabytes: number }[]>`
    SELECT round(pg_database_size(current_database()) / 1e6)::float8 AS megabytes`;
  print(`${people} people, ${merchants} merchants`);
  const sum = links.reduce((all, { count }) => all + count, 0);
  print(`${sum} links${links.map(({ state, count }) => `, ${count} ${state}`).join("")}`);
  print(`${total} jobs${first[0] ? `, the oldest due ${first[0].runAt.toISOString()}` : ""}`);
  print(`${size?.megabytes ?? 0} MB in the database`);
  return true;
}
