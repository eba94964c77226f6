import type pg from "pg";

/** What the database's catalog says about a tenant table. */
export async function tenantTableFacts(admin: pg.Client, table: string, exemptKeys: string[] = []) {
  const names = async (query: string): Promise<string[]> => {
    const { rows } = await admin.query<string[]>({ text: query, values: [table], rowMode: "array" });
    return rows.map(([value]) => String(value));
  };
  const keys = await names(`
    SELECT conname FROM pg_constraint
    WHERE conrelid = $1::regclass AND contype IN ('p', 'u', 'f')
      AND (SELECT attname FROM pg_attribute WHERE attrelid = conrelid AND attnum = conkey[1]) <> 'merchant_id'
    UNION
    SELECT indexrelid::regclass::text FROM pg_index
    WHERE indrelid = $1::regclass AND indisunique
      AND pg_get_indexdef(indexrelid, 1, true) <> 'merchant_id'`);
  const { rows: policies } = await admin.query(
    `SELECT roles::text[], cmd, qual, with_check FROM pg_policies
     WHERE tablename = $1 AND permissive = 'PERMISSIVE' AND cmd <> 'SELECT' AND roles NOT IN ('{cobro_purge}', '{cobro_resolver}')`,
    [table],
  );
  return {
    merchantInEveryRow: await names(`
      SELECT attnotnull FROM pg_attribute WHERE attrelid = $1::regclass AND attname = 'merchant_id'`),
    ownerObeysRowLevelSecurity: await names(`
      SELECT relrowsecurity AND relforcerowsecurity FROM pg_class WHERE oid = $1::regclass`),
    policiesToWrite: policies,
    keysNotByMerchant: keys.filter((key) => !exemptKeys.includes(key)),
  };
}

const isCurrentMerchant =
  "(merchant_id = (NULLIF(current_setting('app.merchant_id'::text, true), ''::text))::uuid)";

/** What it must say: the app's role reads and writes rows of the current merchant, by one policy for all commands. */
export const tenantTableRules: Awaited<ReturnType<typeof tenantTableFacts>> = {
  merchantInEveryRow: ["true"],
  ownerObeysRowLevelSecurity: ["true"],
  policiesToWrite: [
    { roles: ["cobro_app"], cmd: "ALL", qual: isCurrentMerchant, with_check: isCurrentMerchant },
  ],
  keysNotByMerchant: [],
};
