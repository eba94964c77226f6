import pg from "pg";
import { HttpVisitor } from "@/tests/support/http-visitor";
import { expectRedirect, newPerson, type Person } from "@/tests/support/people";
import { openAccount, type TestAccount, type TestFault } from "@/tests/support/sandbox";

/** A merchant of the campaign, with its owner's session. `path` is `/m/<slug>`. */
export type CampaignMerchant = {
  path: string;
  http: HttpVisitor;
  owner: Person;
  account: TestAccount;
  /** For processes that are called without a session. */
  merchantId: string;
  userId: string;
  usesReferences: boolean;
  /** The faults of upstream's list for this merchant. */
  listFaults: TestFault[];
};

const orders = ["newest_first", "oldest_first", "shuffled"];

/**
 * Signs up, creates a merchant and connects a key through the portal's forms. `index` chooses how upstream lists its
 * links; every fourth merchant has no references.
 */
export async function signUpMerchant(
  portalUrl: string,
  { sandboxUrl, adminUrl }: { sandboxUrl: string; adminUrl: string },
  index: number,
): Promise<CampaignMerchant> {
  const http = new HttpVisitor(portalUrl);
  const person = newPerson();
  expectRedirect(await http.submit("/signup", 'name="password"', person), "/m/new");
  const business = { name: `Merchant ${index}`, timeZone: "America/Costa_Rica" };
  const named = await http.submit("/m/new", 'name="timeZone"', business);
  const path = expectRedirect(named, "/settings/api-keys").replace("/settings/api-keys", "");
  const account = await openAccount(sandboxUrl);
  const key = await http.submit(`${path}/settings/api-keys`, 'name="apiKey"', { apiKey: account.key });
  expectRedirect(key, "/links/new");
  const usesReferences = index % 4 !== 3;
  const ids = await readIds(adminUrl, path.replace("/m/", ""), usesReferences);
  const clamp = { fault: "clamp_limit", limit: 3 + (index % 5) * 5 } as const;
  const order = { fault: "list_order", order: orders[index % 3] ?? "" } as const;
  const listFaults = index % 2 === 0 ? [order] : [order, clamp];
  for (const fault of listFaults) await account.setFault(fault);
  return { path, http, owner: person, account, ...ids, usesReferences, listFaults };
}

async function readIds(adminUrl: string, slug: string, usesReferences: boolean) {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  const { rows } = await client.query(
    `UPDATE merchants SET references_enabled = $2, short_addresses = TRUE FROM memberships
     WHERE slug = $1 AND memberships.merchant_id = merchants.merchant_id
     RETURNING merchants.merchant_id, user_id`,
    [slug, usesReferences],
  );
  await client.end();
  return { merchantId: String(rows[0].merchant_id), userId: String(rows[0].user_id) };
}
