import * as z from "zod";
import { type Phone, parsePhone } from "@/lib/core/phone";
import { customerFields } from "@/lib/domain/payment-links/notes/schema";
import type { MerchantTx } from "@/lib/platform/db";

/** A row of a table whose cells say a customer's number, and which of its cells are about the customer. */
export type CustomerRow = { batchId: string; place: number; linkId: string | null; columns: number[] };

const foundRow = z.object({
  batchId: z.string(),
  place: z.number(),
  linkId: z.string().nullable(),
  /** A date or an amount is an object, and no number of a person. */
  cells: z.array(z.union([z.string(), z.number(), z.object({})])),
  layout: z.object({
    columns: z.array(z.string()),
    noteColumns: z.record(z.string(), z.number()).default({}),
    country: z.string().nullable().default(null),
  }),
});

/** The last digits of a number, by which rows are found that may have it, however it is written. */
const tellingDigits = 6;

/**
 * The rows of all tables in which a cell is this number as people type it, whether or not a link was created from them:
 * a link may have got another number since, and a row may have been refused.
 */
export async function findCustomerRows(tx: MerchantTx, phone: Phone): Promise<CustomerRow[]> {
  const end = phone.digits.slice(-tellingDigits);
  const rows = z.array(foundRow).parse(
    await tx.$queryRaw`
      SELECT r.batch_id AS "batchId", r.place, r.link_id AS "linkId", r.cells, b.layout
      FROM bulk_rows AS r JOIN bulk_batches AS b ON b.merchant_id = r.merchant_id AND b.id = r.batch_id
      WHERE r.merchant_id = ${tx.merchantId}::uuid
        AND (strpos(regexp_replace(r.cells::text, '[^0-9]', '', 'g'), ${end}) > 0
          OR r.cells::text ~ '[٠-٩۰-۹０-９]')`,
  );
  return rows.flatMap(({ cells, layout, ...row }) => {
    const said = cells.flatMap((cell, column) => {
      const isTaken = ["amount", "currency", "description"].includes(layout.columns[column] ?? "");
      return !isTaken && isNumber(cell, phone, layout.country) ? [column] : [];
    });
    const { customerPhone } = layout.noteColumns;
    // In a row with another customer's number, this one is only mentioned.
    const isTheirs = customerPhone === undefined || said.includes(customerPhone);
    const known = isTheirs ? customerFields.flatMap((field) => layout.noteColumns[field] ?? []) : [];
    return said.length > 0 ? [{ ...row, columns: [...new Set([...said, ...known])] }] : [];
  });
}

function isNumber(cell: z.output<typeof foundRow>["cells"][number], phone: Phone, country: string | null) {
  if (typeof cell === "object") return false;
  const read = parsePhone(String(cell), country);
  return read.ok && read.value.digits === phone.digits;
}

/** Empties these cells. */
export async function emptyCustomerRows(tx: MerchantTx, rows: readonly CustomerRow[]): Promise<void> {
  if (rows.length === 0) return;
  const places = rows.map(({ batchId, place, columns }) => ({ batch_id: batchId, place, columns }));
  await tx.$executeRaw`
    UPDATE bulk_rows AS r SET cells = (
      SELECT jsonb_agg(CASE WHEN f.columns @> to_jsonb(cell.place - 1) THEN '""'::jsonb ELSE cell.value END
        ORDER BY cell.place)
      FROM jsonb_array_elements(r.cells) WITH ORDINALITY AS cell (value, place))
    FROM jsonb_to_recordset(${JSON.stringify(places)}::jsonb) AS f (batch_id uuid, place int, columns jsonb)
    WHERE r.merchant_id = ${tx.merchantId}::uuid AND r.batch_id = f.batch_id AND r.place = f.place`;
}
