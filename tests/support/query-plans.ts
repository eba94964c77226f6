import pg from "pg";
import { disconnect } from "@/lib/platform/db";

const settings = {
  session_preload_libraries: "auto_explain",
  "auto_explain.log_min_duration": "0",
  // Statements inside functions too.
  "auto_explain.log_nested_statements": "on",
  "auto_explain.log_level": "notice",
  // A table as small as a test's is often cheaper to read whole. Now only what no index can answer is.
  enable_seqscan: "off",
};

/**
 * The plans of all statements that the app's connections run during the work, as Postgres itself reports them.
 * @param admin connected to the database as a superuser, who alone may turn this on.
 */
export async function watchPlans(admin: pg.Client, work: () => Promise<void>): Promise<string[]> {
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
    return plans.filter((plan) => plan.includes("plan:"));
  } finally {
    Object.assign(pg.Client.prototype, { query });
    await disconnect();
    for (const name of Object.keys(settings)) await admin.query(`ALTER DATABASE ${database} RESET ${name}`);
  }
}
