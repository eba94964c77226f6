import type pg from "pg";
import { insertRows, timestamp } from "@/bin/seed/insert-rows";
import type { Random } from "@/bin/seed/random";
import type { SeedEvent } from "@/bin/seed/write-log";

/** What the café sells most. Amounts in minor units. */
const templates = [
  ["Café", 250_000, "CRC", "Café de la casa"],
  ["Desayuno", 675_000, "CRC", "Desayuno típico con café chorreado"],
  ["Almuerzo", 590_000, "CRC", "Almuerzo ejecutivo"],
  ["Tarrazú 500 g", 890_000, "CRC", "Café Tarrazú en grano, 500 g"],
  ["Coffee tasting", 3_500, "USD", "Coffee tasting, per person"],
] as const;

const columns = {
  ...{ merchant_id: "uuid", id: "uuid", name: "text", amount_minor: "bigint", currency: "text" },
  ...{ description: "text", created_by_id: "uuid", created_at: "timestamptz" },
};

/** Writes the café's templates, and answers their audit events. Call it inside `inMerchant`. */
export async function writeTemplates(
  client: pg.Client,
  random: Random,
  { merchantId, createdById, at }: { merchantId: string; createdById: string; at: number },
): Promise<SeedEvent[]> {
  const rows = templates.map(([name, amountMinor, currency, description], index) => {
    const createdAt = at + index * 60_000;
    return {
      ...{ merchant_id: merchantId, id: random.uuidAt(createdAt), name, amount_minor: amountMinor, currency },
      ...{ description, created_by_id: createdById, created_at: timestamp(createdAt) },
    };
  });
  await insertRows(client, "link_templates", columns, rows);
  return rows.map(({ id, name }, index) => {
    const event = { at: at + index * 60_000, actorId: createdById, ip: null };
    return { ...event, action: "template.created", targetId: id, details: { name } };
  });
}
