import type pg from "pg";
import { insertRow, insertRows, timestamp } from "@/bin/seed/insert-rows";
import type { SeedPerson } from "@/bin/seed/people";
import type { Mode } from "@/lib/core/mode";
import { Secret } from "@/lib/core/secret";
import { secretContext } from "@/lib/domain/api-keys/secret-context";
import { mintMerchantId } from "@/lib/domain/members/mint-merchant-id";
import type { Role } from "@/lib/domain/members/schema";
import { encryptSecret, fingerprintSecret } from "@/lib/platform/secret-box/secret-box";

export type SeedMerchant = {
  id: string;
  slug: string;
  name: string;
  color: string;
  currency: string;
  timeZone: string;
  createdAt: number;
};

export type SeedMember = SeedPerson & { role: Role; joinedAt: number; removedAt?: number };

/** Writes accounts. They belong to no merchant, so call it outside of `inMerchant`. */
export async function writePeople(
  client: pg.Client,
  people: readonly SeedPerson[],
  passwordHash: string,
): Promise<void> {
  const rows = people.map(({ id, email, name, locale, createdAt }) => {
    return { id, email, name, locale, created_at: timestamp(createdAt), password_hash: passwordHash };
  });
  const columns = { id: "uuid", email: "text", name: "text", locale: "text", created_at: "timestamptz" };
  await insertRows(client, "users", { ...columns, password_hash: "text" }, rows);
}

/** Writes a merchant in the mode of the sandbox, with its team. Call it inside `inMerchant`. */
export async function writeMerchant(
  client: pg.Client,
  { id, slug, name, color, currency, timeZone, createdAt }: SeedMerchant,
  members: readonly SeedMember[],
): Promise<void> {
  await insertRow(client, "merchants", {
    ...{ merchant_id: id, slug, name, color, default_currency: currency, time_zone: timeZone },
    ...{ created_at: timestamp(createdAt), mode: "sandbox" },
  });
  const rows = members.map((member) => ({
    ...{ merchant_id: id, user_id: member.id, role: member.role },
    ...{ created_at: timestamp(member.joinedAt), removed_at: timestamp(member.removedAt ?? null) },
  }));
  const columns = { merchant_id: "uuid", user_id: "uuid", role: "role" };
  await insertRows(
    client,
    "memberships",
    { ...columns, created_at: "timestamptz", removed_at: "timestamptz" },
    rows,
  );
}

/**
 * Encrypts and writes the active key of a mode, and when its list was last completely known. Call it inside
 * `inMerchant`.
 */
export async function writeKey(
  client: pg.Client,
  merchantId: string,
  key: {
    id: string;
    mode: Mode;
    text: string;
    connectedById: string;
    connectedAt: number;
    syncedAt: number;
    links: number;
  },
): Promise<void> {
  const secret = new Secret(key.text);
  const { encrypted, masterKeyId } = await encryptSecret(
    secret,
    secretContext(mintMerchantId(merchantId), key.id),
  );
  await insertRow(client, "api_keys", {
    ...{ merchant_id: merchantId, id: key.id, mode: key.mode, active_mode: key.mode },
    ...{ last4: key.text.slice(-4), sealed: Buffer.from(encrypted), master_key_id: masterKeyId },
    fingerprint: Buffer.from(fingerprintSecret(secret)),
    ...{ connected_by_id: key.connectedById, connected_at: timestamp(key.connectedAt) },
  });
  const syncedAt = timestamp(key.syncedAt);
  await insertRow(client, "key_syncs", {
    ...{ merchant_id: merchantId, api_key_id: key.id, complete_at: syncedAt, complete_total: key.links },
    ...{ last_attempt_at: syncedAt, next_due_at: timestamp(key.syncedAt + 3_600_000) },
  });
}
