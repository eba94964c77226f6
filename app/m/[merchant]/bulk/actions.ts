"use server";

import { redirect } from "next/navigation";
import * as z from "zod";
import { importTable } from "@/lib/domain/payment-links/bulk/import-table";
import { drawnMode } from "@/lib/domain/payment-links/create/check-mode";
import { isCurrency } from "@/lib/money/currencies";
import { decimalMark } from "@/lib/money/format-money";
import { getRegion } from "@/lib/money/region";
import { memberAction } from "@/lib/web/action";
import { rowId, text } from "@/lib/web/form-schema";
import { mayUploadTable } from "@/lib/web/limits";

/** In code units: 5,000 rows of some 400 characters. */
const longestPaste = 2_000_000;

const tableForm = z.object({ mode: text, business: text, intentId: rowId, table: text, pasted: text });

/** Reads a file or pasted cells, and shows how. */
export const sendTable = memberAction(
  "links:create",
  {
    schema: tableForm,
    file: "table",
    longest: { pasted: longestPaste },
    tooLong: { pasted: "table_too_large" },
  },
  async ({ merchantId, merchant, actor, paths, file, locale }, form) => {
    const mode = await drawnMode({ merchantId, mode: merchant.mode }, form);
    if (!mode.ok) return { errors: { form: mode }, isChanged: true };
    const field = file ? "table" : "pasted";
    if (!file && form.pasted.trim() === "") return { errors: { table: "table_missing" } };
    if (!(await mayUploadTable(merchantId))) return { errors: { [field]: "too_many_tables" } };
    const bytes = file ? new Uint8Array(await file.arrayBuffer()) : new TextEncoder().encode(form.pasted);
    const usual = {
      currency: isCurrency(merchant.defaultCurrency) ? merchant.defaultCurrency : ("USD" as const),
      decimalMark: decimalMark(locale),
      country: getRegion({ timeZone: merchant.timeZone, currency: merchant.defaultCurrency }),
    };
    const fileName = file ? file.name.slice(0, 200) : null;
    const table = { id: form.intentId, mode: mode.value, bytes, fileName, usual };
    const read = await importTable({ merchantId, actor, ...table });
    if (!read.ok) return { errors: { [field]: read.code === "table_open_quote" ? read : read.code } };
    redirect(paths.bulkBatch(form.intentId));
  },
);
