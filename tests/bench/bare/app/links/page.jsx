import pg from "pg";

export const dynamic = "force-dynamic";

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL });

/** The rows of a page of the history, with nothing around them. */
export default async function Links() {
  const { rows } = await pool.query({
    name: "links",
    text: "SELECT id, amount_minor, currency, description, state, created_at, url FROM payment_links WHERE merchant_id = $1 ORDER BY id DESC LIMIT 31",
    values: [process.env.MERCHANT_ID],
  });
  return (
    <ul>
      {rows.map((row) => (
        <li key={row.id}>
          <a href={row.url}>{row.description}</a> {row.currency} {row.amount_minor} {row.state}{" "}
          <time>{row.created_at.toISOString()}</time>
        </li>
      ))}
    </ul>
  );
}
