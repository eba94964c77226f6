/** What Postgres, its driver, Prisma and the queue say when there is no database to talk to. */
const unreachable =
  /ECONNREFUSED|ENOTFOUND|EHOSTUNREACH|ENETUNREACH|Can't reach database server|P1001|P1017|DatabaseNotReachable|Connection terminated|Server has closed the connection|terminating connection|database system is (?:starting up|shutting down|in recovery mode)|timeout exceeded when trying to connect|ConnectionClosed/;

/** What each field of a line can say about it. Mail and identity providers cannot be reached for reasons of their own. */
const telling = ["err", "reason", "text"];

/**
 * Which sign of a database that is down a line of the log has: null for none. An outage makes thousands of such lines, of
 * which only the first says anything.
 */
export function findDatabaseOutage(line: readonly unknown[]): string | null {
  const [fields] = line;
  const text = isElsewhere(fields) ? "" : line.map(toText).join(" ");
  return unreachable.exec(text)?.[0] ?? null;
}

function isElsewhere(fields: unknown): boolean {
  return typeof fields === "object" && fields !== null && ("provider" in fields || "mailId" in fields);
}

function toText(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value !== "object" || value === null) return "";
  if (value instanceof AggregateError) return value.errors.map(toText).join(" ");
  if (value instanceof Error) return `${"code" in value ? value.code : ""} ${value.message}`;
  return Object.entries(value)
    .filter(([name]) => telling.includes(name))
    .map(([, inner]) => toText(inner))
    .join(" ");
}
