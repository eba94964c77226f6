import { createHash } from "node:crypto";
import type { MerchantId } from "@/lib/core/merchant-id";
import type { Mode } from "@/lib/core/mode";
import { ok, type Result } from "@/lib/core/result";
import type { Actor } from "@/lib/domain/audit/schema";
import { deleteDraftsBefore, insertBatch } from "@/lib/domain/payment-links/bulk/batch-store";
import { checkRows } from "@/lib/domain/payment-links/bulk/check-rows";
import { guessLayout } from "@/lib/domain/payment-links/bulk/guess-layout";
import { countRowsAbove } from "@/lib/domain/payment-links/bulk/read-titles";
import { replaceRows } from "@/lib/domain/payment-links/bulk/row-store";
import type { DecimalMark } from "@/lib/money/amount-number";
import type { CurrencyCode } from "@/lib/money/currencies";
import { withMerchant } from "@/lib/platform/db";
import { draw } from "@/lib/rendering/drawing/draw";
import type { TableFailure } from "@/lib/spreadsheets/table";

/** A table that nobody started is removed after a week, because it holds customers' names. */
const draftDays = 7;
const dayMs = 24 * 60 * 60 * 1_000;

/**
 * Reads a table, guesses what its columns are, and checks every row. Nothing is created yet. Sending the same form again
 * changes nothing.
 * @param fileName null for a table that was pasted.
 * @throws {BusyError} when too many tables are being read.
 */
export async function importTable({
  merchantId,
  actor,
  id,
  mode,
  bytes,
  fileName,
  usual,
}: {
  merchantId: MerchantId;
  actor: Actor;
  id: string;
  mode: Mode;
  bytes: Uint8Array;
  fileName: string | null;
  usual: { currency: CurrencyCode; decimalMark: DecimalMark; country: string | null };
}): Promise<Result<void, TableFailure>> {
  const read = await draw("table", { bytes }, { personId: actor.userId });
  if (!read.ok) return read;
  const rowsAbove = countRowsAbove(read.value.rows);
  const rows = read.value.rows.slice(rowsAbove);
  const notes = { ...read.value.notes, ...(rowsAbove > 0 && { rowsAbove }), firstPlace: rows[0]?.place ?? 1 };
  const layout = guessLayout(rows, usual);
  const [first] = rows;
  const header = layout.hasHeader && first ? first.cells : null;
  const checked = await checkRows(header ? rows.slice(1) : rows, layout);
  const contentHash = createHash("sha256").update(bytes).digest();
  await withMerchant(merchantId, async (tx) => {
    await deleteDraftsBefore(tx, new Date(Date.now() - draftDays * dayMs));
    const batch = { id, createdById: actor.userId, mode, fileName, contentHash, header, layout, notes };
    if (await insertBatch(tx, batch)) await replaceRows(tx, id, checked);
  });
  return ok(undefined);
}
