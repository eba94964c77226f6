import { createHash, randomUUID } from "node:crypto";
import type pg from "pg";

export type Tenant = { merchantId: string; userId: string };

/** One row in every tenant table, written by a superuser. A new tenant table gets its row here; a test insists. */
export async function insertTenant(admin: pg.Client, merchantId: string = randomUUID()): Promise<Tenant> {
  const [userId, keyId] = [randomUUID(), randomUUID()];
  const insert = (table: string, row: Record<string, unknown>) => {
    const columns = Object.keys(row);
    const places = columns.map((_, index) => `$${index + 1}`);
    return admin.query(`INSERT INTO ${table} (${columns}) VALUES (${places})`, Object.values(row));
  };
  const now = new Date().toISOString();
  const key = { merchant_id: merchantId, api_key_id: keyId };
  await insert("users", { id: userId, email: `${userId}@example.test`, name: "Ana", password_hash: "hash" });
  await insert("merchants", { merchant_id: merchantId, slug: merchantId, name: "Café Luna" });
  await insert("merchant_logos", {
    merchant_id: merchantId,
    png: "\\x89504e47",
    icon: "\\x89504e47",
    width: 1,
    height: 1,
    version: "1",
  });
  await insert("memberships", { merchant_id: merchantId, user_id: userId, role: "owner" });
  await insert("invitations", {
    merchant_id: merchantId,
    id: randomUUID(),
    email: `guest-${userId}@example.test`,
    pending_email: `guest-${userId}@example.test`,
    role: "cashier",
    token_hash: createHash("sha256").update(userId).digest(),
    invited_by_id: userId,
    expires_at: now,
  });
  await insert("api_keys", {
    merchant_id: merchantId,
    id: keyId,
    mode: "test",
    active_mode: "test",
    last4: "abcd",
    sealed: "\\x01",
    master_key_id: "k1",
    fingerprint: "\\x02",
    connected_by_id: userId,
  });
  await insert("payment_links", {
    ...key,
    id: randomUUID(),
    mode: "test",
    state: "sending",
    intent_id: randomUUID(),
    request_hash: "\\x03",
    amount_minor: 100,
    currency: "USD",
    description: "A cup of coffee",
    lease_until: now,
    created_by_id: userId,
  });
  await insert("link_templates", {
    merchant_id: merchantId,
    id: randomUUID(),
    name: "Coffee",
    amount_minor: 100,
    currency: "USD",
    description: "A cup of coffee",
    created_by_id: userId,
  });
  await insert("link_sightings", { ...key, upstream_id: "plink_1" });
  await insert("key_syncs", key);
  const event = { merchant_id: merchantId, event_id: randomUUID() };
  await insert("audit_events", { merchant_id: merchantId, id: event.event_id, action: "merchant.created" });
  await insert("audit_waiting", event);
  await insert("audit_seals", { ...event, seq: 1, prev_hash: "\\x00", hash: "\\x01" });
  await insert("audit_heads", {
    merchant_id: merchantId,
    count: 1,
    hash: "\\x01",
    mac: "\\x02",
    key_check: "\\x03",
  });
  return { merchantId, userId };
}
