import pg from "pg";
import * as z from "zod";
import { disconnect } from "@/lib/platform/db";

const settings = {
  session_preload_libraries: "auto_explain",
  "auto_explain.log_min_duration": "0",
  // Statements inside functions too.
  "auto_explain.log_nested_statements": "on",
  "auto_explain.log_level": "notice",
  "auto_explain.log_analyze": "on",
  "auto_explain.log_timing": "off",
  "auto_explain.log_format": "json",
};

/** A node of a plan, as `EXPLAIN (ANALYZE, FORMAT JSON)` names its parts. Counts are for each of its loops. */
const nodeSchema = z.object({
  "Node Type": z.string(),
  "Relation Name": z.string().optional(),
  "Index Name": z.string().optional(),
  "Actual Rows": z.number(),
  "Actual Loops": z.number(),
  "Rows Removed by Filter": z.number().default(0),
  "Rows Removed by Index Recheck": z.number().default(0),
  get Plans() {
    return z.array(nodeSchema).default([]);
  },
});
const planSchema = z.object({ "Query Text": z.string(), Plan: nodeSchema });

/** One reading of a table, and how many of its rows were looked at. */
export type TableScan = { query: string; type: string; table: string; index: string | null; rows: number };

/**
 * What all statements that the app's connections run during the work read of tables, as Postgres itself reports it.
 * @param admin connected to the database as a superuser, who alone may turn this on.
 */
export async function watchScans(admin: pg.Client, work: () => Promise<void>): Promise<TableScan[]> {
  const { database } = admin;
  for (const [name, value] of Object.entries(settings)) {
    await admin.query(`ALTER DATABASE ${database} SET ${name} = '${value}'`);
  }
  const plans: string[] = [];
  const { query } = pg.Client.prototype;
  const heard = new WeakSet<pg.Client>();
  const hearing = function (this: pg.Client, ...parameters: unknown[]) {
    if (!heard.has(this)) this.on("notice", ({ message }) => plans.push(message ?? ""));
    heard.add(this);
    return Reflect.apply(query, this, parameters);
  };
  // Connections that are open already do not have the settings.
  await disconnect();
  Object.assign(pg.Client.prototype, { query: hearing });
  try {
    await work();
    return plans.flatMap((plan) => {
      const [, json] = plan.split("plan:\n");
      // A statement that was only explained has read nothing.
      return json?.includes('"Actual Rows"') ? listScans(json) : [];
    });
  } finally {
    Object.assign(pg.Client.prototype, { query });
    await disconnect();
    for (const name of Object.keys(settings)) await admin.query(`ALTER DATABASE ${database} RESET ${name}`);
  }
}

function listScans(json: string): TableScan[] {
  const { Plan: plan, "Query Text": query } = planSchema.parse(JSON.parse(json));
  const below = (node: z.output<typeof nodeSchema>): TableScan[] => {
    const looked =
      node["Actual Rows"] + node["Rows Removed by Filter"] + node["Rows Removed by Index Recheck"];
    const own = {
      query,
      type: node["Node Type"],
      table: node["Relation Name"] ?? "",
      index: node["Index Name"] ?? null,
      rows: looked * node["Actual Loops"],
    };
    const isScan = own.table !== "" && own.type.includes("Scan");
    return [...(isScan ? [own] : []), ...node.Plans.flatMap(below)];
  };
  return below(plan);
}
