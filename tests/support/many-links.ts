import type pg from "pg";

/** The first words of their descriptions, each as frequent as the others. */
const wares = [
  ...["sopa", "café", "corte", "desayuno", "clase", "consulta", "arreglo", "flores", "camisa", "cena"],
  ...["taller", "lavado", "masaje", "alquiler", "entrada", "libro", "postre", "jugo", "traje", "visita"],
];

/**
 * Very many ready links of a merchant, written in one statement and past the triggers, one a minute. A twentieth of
 * them begin with each of twenty words; every fourth is in dollars, the others are in colones.
 * @param createdBy who made them, in turns.
 */
export async function insertManyLinks(
  admin: pg.Client,
  merchantId: string,
  { count, from, createdBy }: { count: number; from: Date; createdBy: string[] },
): Promise<void> {
  await admin.query("SET session_replication_role = replica");
  try {
    await admin.query(
      `INSERT INTO payment_links (merchant_id, id, mode, state, origin, api_key_id, amount_minor, currency, description,
         reference, upstream_id, url, created_by_id, created_at, intent_id, request_hash)
       SELECT $1::uuid, (lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') || '7' || substr(hash, 1, 3) || '8' || substr(hash, 4, 15))::uuid,
         'test', 'ready', 'portal', $1::uuid, 100 + (number::bigint * 7919) % 500000, CASE number % 4 WHEN 0 THEN 'USD' ELSE 'CRC' END,
         ($4::text[])[1 + number % 20] || ' ' || number % 977 || ' para la mesa ' || number % 40,
         upper(translate(substr(hash, 20, 8), '01', 'gh')), 'plink_' || substr(hash, 1, 12),
         'https://pay.example/link/plink_' || substr(hash, 1, 12),
         ($5::uuid[])[1 + number % cardinality($5)], at, gen_random_uuid(), 'x'
       FROM (
         SELECT number, md5($1::uuid::text || number) AS hash, $3::timestamptz + number * interval '1 minute' AS at
         FROM generate_series(1, $2::int) AS number
       ) AS links
       ON CONFLICT DO NOTHING`,
      [merchantId, count, from, wares, createdBy],
    );
  } finally {
    await admin.query("SET session_replication_role = DEFAULT");
  }
}
