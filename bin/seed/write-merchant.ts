import type pg from "pg";
import { insertRows, timestamp } from "@/bin/seed/insert-rows";
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

/** Accounts are no merchant's: call it outside of `inMerchant`. */
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

/** The merchant in the sandbox's mode, and who works there. Call it inside `inMerchant`. */
export async function writeMerchant(
  client: pg.Client,
  { id, slug, name, color, currency, timeZone, createdAt }: SeedMerchant,
  members: readonly SeedMember[],
): Promise<void> {
  await client.query(
    `INSERT INTO merchants (merchant_id, slug, name, color, default_currency, time_zone, created_at, mode)
     VALUES ($1, $2, $3, $4, $5, $6, $7, 'sandbox')`,
    [id, slug, name, color, currency, timeZone, timestamp(createdAt)],
  );
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

/** Encrypts and writes the active key of a mode, and when its list was last known whole. Call it inside `inMerchant`. */
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
  await client.query(
    `INSERT INTO api_keys
       (merchant_id, id, mode, active_mode, last4, sealed, master_key_id, fingerprint, connected_by_id, connected_at)
     VALUES ($1, $2, $3, $3, $4, $5, $6, $7, $8, $9)`,
    [
      ...[merchantId, key.id, key.mode, key.text.slice(-4), Buffer.from(encrypted), masterKeyId],
      ...[Buffer.from(fingerprintSecret(secret)), key.connectedById, timestamp(key.connectedAt)],
    ],
  );
  await client.query(
    `INSERT INTO key_syncs (merchant_id, api_key_id, complete_at, complete_total, last_attempt_at, next_due_at)
     VALUES ($1, $2, $3, $4, $3, $5)`,
    [merchantId, key.id, timestamp(key.syncedAt), key.links, timestamp(key.syncedAt + 3_600_000)],
  );
}
