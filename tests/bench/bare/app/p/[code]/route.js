import pg from "pg";

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL });

/** The look-up of a short address and its redirect, with nothing around them. */
export async function GET(_request, { params }) {
  const { code } = await params;
  if (!/^[0-9a-z]{12}$/.test(code)) return new Response(null, { status: 404 });
  // Both statements in one go and in one transaction, as the portal does it.
  const [, { rows }] = await pool.query(
    `SELECT set_config('role', 'cobro_resolver', true), set_config('app.link_code', '${code}', true);
     SELECT link.url, merchant.name FROM payment_links link JOIN merchants merchant USING (merchant_id) WHERE link.code = '${code}'`,
  );
  const location = rows[0]?.url;
  return location
    ? new Response(null, { status: 302, headers: { location, "cache-control": "no-store" } })
    : new Response(null, { status: 404 });
}
