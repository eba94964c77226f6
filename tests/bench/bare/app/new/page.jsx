import { randomUUID } from "node:crypto";
import { redirect } from "next/navigation";
import pg from "pg";

export const dynamic = "force-dynamic";

const pool = new pg.Pool({ connectionString: process.env.ADMIN_URL });

/** A form that makes a link: it asks upstream, keeps the answer, and leads on. It promises nothing. */
export default function NewLink() {
  return (
    <form action={create}>
      <input name="amount" />
      <input name="description" />
      <button type="submit">Create</button>
    </form>
  );
}

async function create(form) {
  "use server";
  const [amount, description] = [Math.round(Number(form.get("amount")) * 100), form.get("description")];
  const answer = await fetch(`${process.env.UPSTREAM_URL}/v1/payment-links`, {
    method: "POST",
    headers: { "X-Api-Key": process.env.UPSTREAM_KEY, "Content-Type": "application/json" },
    body: JSON.stringify({ amount, currency: "USD", description }),
  });
  const link = await answer.json();
  const id = randomUUID();
  // As a link that was made elsewhere: the portal's own begin before upstream is asked, and Postgres sees to that.
  await pool.query({
    name: "keep",
    text: `INSERT INTO payment_links (merchant_id, id, mode, state, origin, api_key_id, amount_minor, currency, description,
        upstream_id, url)
      VALUES ($1, $2, 'test', 'ready', 'external', $3, $4, 'USD', $5, $6, $7)`,
    values: [process.env.MERCHANT_ID, id, process.env.API_KEY_ID, amount, description, link.id, link.url],
  });
  redirect(`/links#${id}`);
}
