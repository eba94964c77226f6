import { nouns } from "@/tools/house/rooms";

type Noun = (typeof nouns)[number];

/** The tables of each noun. A table that is missing here belongs to none, and code that uses it is refused. */
const tables: Readonly<Record<Noun, readonly string[]>> = {
  audit: ["audit_events", "audit_seals", "audit_heads", "audit_waiting"],
  members: ["memberships"],
  "second-factors": [
    "passkeys",
    "authenticators",
    "recovery_codes",
    "pending_sign_ins",
    "spent_challenges",
    "passkey_offers",
  ],
  identities: ["linked_identities"],
  accounts: ["users", "sessions", "password_resets", "known_networks", "email_confirmations"],
  merchants: ["merchants", "merchant_slugs", "merchant_logos", "reserved_slugs"],
  tills: ["till_devices", "member_pins", "pin_tries"],
  invitations: ["invitations"],
  "api-keys": ["api_keys"],
  "payment-links": [
    "payment_links",
    "link_sightings",
    "key_syncs",
    "saved_views",
    "export_runs",
    "bulk_batches",
    "bulk_rows",
  ],
  "link-templates": ["link_templates"],
  operator: ["operator_events"],
};

/** Reads of another noun's tables that one statement needs, with the reason. None of these is written. */
const reads: Readonly<Record<string, readonly string[]>> = {
  // The log shows names, and offers the team's names as a filter.
  "lib/domain/audit/log-store.ts": ["memberships"],
  "lib/domain/audit/store.ts": ["memberships"],
  // A member is called as their account is.
  "lib/domain/members/name-store.ts": ["users"],
  // A merchant's team is locked with the merchant's row.
  "lib/domain/members/team-store.ts": ["merchants"],
  // One statement finds a person's membership with its merchant, by the slug in the address of a page.
  "lib/domain/members/membership-store.ts": ["merchants", "merchant_slugs"],
  // One statement finds what is due across all enabled merchants, by their active keys.
  "lib/domain/payment-links/sync/due-store.ts": ["api_keys", "merchants"],
  "lib/domain/payment-links/sync/key-sync-store.ts": ["api_keys"],
  // A customer is told by which business a link was, and in which language.
  "lib/domain/payment-links/short/code-store.ts": ["merchants"],
  // A messenger shows whose link it is, with their logo.
  "lib/domain/payment-links/short/preview-store.ts": ["merchants", "merchant_logos"],
};

/** The name of a table's model in Prisma, where it cannot be derived. */
const models: Readonly<Record<string, string>> = {
  link_sightings: "upstreamLinkRecord",
  audit_waiting: "auditWaiting",
  pin_tries: "pinTries",
  linked_identities: "linkedIdentity",
  bulk_batches: "bulkBatch",
};

/** Every table that belongs to a noun. */
export const everyTable = Object.values(tables).flat();

/** The tables of other nouns that a file of a noun reads or writes, one sentence each. */
export function tableViolations(path: string, source: string): string[] {
  const noun = nouns.find((known) => path.startsWith(`lib/domain/${known}/`));
  if (noun === undefined) return [];
  // The operator works on all accounts and merchants: listing, disabling and repairing them.
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

/** Prisma calls `payment_links` `paymentLink`. */
function toModel(table: string): string {
  const camel = table.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return models[table] ?? camel.replace(/s$/, "");
}
