import { nouns } from "@/tools/house/rooms";

type Noun = (typeof nouns)[number];

/** Whose table is whose. A table that is not here belongs to nobody, and code that touches it is refused. */
const tables: Readonly<Record<Noun, readonly string[]>> = {
  audit: ["audit_events", "audit_seals", "audit_heads", "audit_waiting"],
  members: ["memberships"],
  accounts: ["users", "sessions", "password_resets"],
  merchants: ["merchants", "merchant_slugs", "merchant_logos", "reserved_slugs"],
  invitations: ["invitations"],
  "api-keys": ["api_keys"],
  "payment-links": ["payment_links", "link_sightings", "key_syncs"],
  "link-templates": ["link_templates"],
  operator: [],
};

/** Reads of another noun's table that one statement needs, each with its reason. Nothing here is written. */
const reads: Readonly<Record<string, readonly string[]>> = {
  // The log says who did it by name, and offers the team's names as a filter.
  "lib/domain/audit/log-store.ts": ["memberships"],
  "lib/domain/audit/store.ts": ["memberships"],
  // The team of a merchant is locked by the merchant's row.
  "lib/domain/members/team-store.ts": ["merchants"],
  // What is due is found over all merchants that are open, by their active keys, in one statement.
  "lib/domain/payment-links/sync/due-store.ts": ["api_keys", "merchants"],
  "lib/domain/payment-links/sync/key-sync-store.ts": ["api_keys"],
};

/** Prisma's name of a model, by its table. */
const models: Readonly<Record<string, string>> = {
  link_sightings: "upstreamLinkRecord",
  audit_waiting: "auditWaiting",
};

/** Every table that belongs to a noun. */
export const everyTable = Object.values(tables).flat();

/** What a noun's file reads or writes of another noun, one sentence each. */
export function tableViolations(path: string, source: string): string[] {
  const noun = nouns.find((known) => path.startsWith(`lib/domain/${known}/`));
  if (noun === undefined) return [];
  // The operator stands outside the tenants: every account and merchant is theirs to list, disable and repair.
  if (noun === "operator") return [];
  return listTouched(source).flatMap(({ table, isWritten }) => {
    if (tables[noun].includes(table)) return [];
    if (!isWritten && reads[path]?.includes(table)) return [];
    return [`${path} ${isWritten ? "writes" : "reads"} ${table}, which is not a table of ${noun}`];
  });
}

function listTouched(source: string): { table: string; isWritten: boolean }[] {
  const bySql = [...source.matchAll(/\b(FROM|JOIN|INTO|UPDATE|DELETE FROM)\s+"?([a-z_]+)\b/g)].flatMap(
    ([, verb = "", table = ""]) =>
      everyTable.includes(table) ? [{ table, isWritten: /INTO|UPDATE|DELETE/.test(verb) }] : [],
  );
  const byPrisma = [
    ...source.matchAll(/\b(?:tx|db\(\))\.([a-z]\w+)\.(find|count|aggregate|groupBy|[a-z]\w+)/g),
  ].map(([, model = "", verb = ""]) => ({
    table: everyTable.find((table) => toModel(table) === model) ?? model,
    isWritten: !/^(?:find|count|aggregate|groupBy)/.test(verb),
  }));
  return [...bySql, ...byPrisma];
}

/** `payment_links` is `paymentLink` to Prisma. */
function toModel(table: string): string {
  const camel = table.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return models[table] ?? camel.replace(/s$/, "");
}
