"use server";

import { redirect } from "next/navigation";
import * as z from "zod";
import type { Result } from "@/lib/core/result";
import { changeCells } from "@/lib/domain/payment-links/bulk/change-cells";
import { changeLayout } from "@/lib/domain/payment-links/bulk/change-layout";
import { takeTotal } from "@/lib/domain/payment-links/bulk/change-totals";
import {
  cancelBatch,
  discardBatch,
  pauseBatch,
  resumeBatch,
  retryRefused,
  startBatch,
} from "@/lib/domain/payment-links/bulk/control-batch";
import { toLayout } from "@/lib/domain/payment-links/bulk/read-layout";
import type { BulkFailure } from "@/lib/domain/payment-links/bulk/schema";
import { drawnMode } from "@/lib/domain/payment-links/create/check-mode";
import { type MemberContext, memberAction } from "@/lib/web/action";
import { rowId, text } from "@/lib/web/form-schema";

const batch = { batchId: rowId };
const oneBatch = z.object(batch);
const number = z.coerce.number().int().min(1);
const layoutForm = z.object({
  ...{ ...batch, version: number, width: number, header: text, currency: text, decimalMark: text },
  ...{ amount: text, currencyColumn: text, description: text, description2: text },
  ...{ customerName: text, customerPhone: text, customerReference: text, tags: text, note: text },
});

/** Reads the table in the way that the person has chosen. */
export const saveLayout = memberAction(
  "links:create",
  { schema: layoutForm },
  async ({ view, paths }, form) => {
    const layout = toLayout(form);
    if (!layout.ok) return { errors: { form: layout.code } };
    const changed = await changeLayout(view, {
      id: form.batchId,
      version: form.version,
      layout: layout.value,
    });
    if (!changed.ok) return { errors: { form: changed.code }, isChanged: changed.code === "bulk_changed" };
    redirect(paths.bulkBatch(form.batchId));
  },
);

const place = z.union([z.literal("").transform(() => null), z.coerce.number().int().min(0)]);
const cellsForm = z.object({
  ...{ ...batch, version: number, place: number },
  ...{ column1: place, text1: text, column2: place, text2: text, column3: place, text3: text },
});

/** Writes what the person typed in place of the wrong cells of one row, and checks the table again. */
export const saveCells = memberAction(
  "links:create",
  { schema: cellsForm },
  async ({ view, paths }, { batchId, version, place: row, ...form }) => {
    const typed = [
      { column: form.column1, text: form.text1 },
      { column: form.column2, text: form.text2 },
      { column: form.column3, text: form.text3 },
    ];
    const changes = typed.flatMap(({ column, text: cell }) =>
      column === null ? [] : [{ column, text: cell }],
    );
    const changed = await changeCells(view, { id: batchId, version, place: row, changes });
    if (!changed.ok) return { errors: { form: changed.code }, isChanged: changed.code === "bulk_changed" };
    redirect(paths.bulkBatch(batchId));
  },
);

const totalForm = z.object({ ...batch, version: number, place: number, take: text });

/** Whether a row that looks like a total gets a link. */
export const saveTotal = memberAction(
  "links:create",
  { schema: totalForm },
  async ({ view, paths }, { batchId: id, take, ...row }) => {
    const changed = await takeTotal(view, { id, ...row, take: take === "on" });
    if (!changed.ok) return { errors: { form: changed.code }, isChanged: changed.code === "bulk_changed" };
    redirect(paths.bulkBatch(id));
  },
);

/** Creates the links of the table, in the mode that the button said. */
export const start = memberAction(
  "links:create",
  { schema: z.object({ ...batch, version: number, mode: text, business: text }) },
  async (context, form) => {
    const { merchantId, merchant } = context;
    const mode = await drawnMode({ merchantId, mode: merchant.mode }, { ...form, intentId: form.batchId });
    if (!mode.ok) return { errors: { form: mode }, isChanged: true };
    return decided(
      context,
      await startBatch({ ...context, id: form.batchId, version: form.version }),
      form.batchId,
    );
  },
);

export const pause = memberAction("links:create", { schema: oneBatch }, async (context, { batchId: id }) =>
  decided(context, await pauseBatch({ ...context, id }), id),
);

export const resume = memberAction("links:create", { schema: oneBatch }, async (context, { batchId: id }) =>
  decided(context, await resumeBatch({ ...context, id }), id),
);

export const cancel = memberAction("links:create", { schema: oneBatch }, async (context, { batchId: id }) =>
  decided(context, await cancelBatch({ ...context, id }), id),
);

export const retry = memberAction("links:create", { schema: oneBatch }, async (context, { batchId: id }) =>
  decided(context, await retryRefused({ ...context, id }), id),
);

export const discard = memberAction(
  "links:create",
  { schema: oneBatch },
  async (context, { batchId: id }) => {
    const discarded = await discardBatch({ ...context, id });
    if (!discarded.ok) return { errors: { form: discarded.code }, isChanged: true };
    redirect(context.paths.bulk);
  },
);

function decided({ paths }: MemberContext, result: Result<void, BulkFailure>, id: string) {
  if (!result.ok) return { errors: { form: result.code }, isChanged: true };
  redirect(paths.bulkBatch(id));
}
