import * as z from "zod";
import type { LinkScope, LinkView } from "@/lib/core/link-view";
import type { MerchantId } from "@/lib/core/merchant-id";
import {
  addTags,
  type LinkNotes,
  type NotesField,
  notesFields,
  offeredTags,
} from "@/lib/domain/payment-links/notes/schema";
import { inView } from "@/lib/domain/payment-links/store";
import type { MerchantTx } from "@/lib/platform/db";
import type { Statement } from "@/lib/platform/statement";
import { Prisma } from "@/prisma/generated/client";

/** The columns of what the team wrote, for `toNotes`. */
const noteColumns = {
  note: true,
  tags: true,
  customerName: true,
  customerPhone: true,
  customerReference: true,
} as const satisfies Prisma.PaymentLinkSelect;

type Row = Prisma.PaymentLinkGetPayload<{ select: typeof noteColumns }>;

function toNotes({ tags, note, customerName, customerPhone, customerReference }: Row): LinkNotes {
  return {
    note: note ?? "",
    tags,
    customerName: customerName ?? "",
    customerPhone: customerPhone ?? "",
    customerReference: customerReference ?? "",
  };
}

/** What the team wrote on the links with these ids that the person may see, by their ids. */
async function listNotes(tx: MerchantTx, view: LinkScope, ids: string[]): Promise<Map<string, LinkNotes>> {
  const rows = await tx.paymentLink.findMany({
    where: { ...inView(tx, view), id: { in: ids } },
    select: { id: true, ...noteColumns },
  });
  return new Map(rows.map(({ id, ...row }) => [id, toNotes(row)]));
}

/**
 * The same, with the rows locked until the transaction ends: in one order, so that two people who change the same links
 * do not wait for each other.
 */
export async function lockNotes(
  tx: MerchantTx,
  view: LinkScope,
  ids: string[],
): Promise<Map<string, LinkNotes>> {
  await tx.$queryRaw`
    SELECT FROM payment_links WHERE merchant_id = ${tx.merchantId}::uuid AND id = ANY(${ids}::uuid[])
    ORDER BY id FOR NO KEY UPDATE`;
  return listNotes(tx, view, ids);
}

export async function findNotes(tx: MerchantTx, view: LinkScope, id: string): Promise<LinkNotes | null> {
  return (await listNotes(tx, view, [id])).get(id) ?? null;
}

export async function writeNotes(
  tx: MerchantTx,
  view: LinkScope,
  id: string,
  { tags, ...texts }: LinkNotes,
): Promise<void> {
  const given = Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, text || null]));
  await tx.paymentLink.updateMany({ where: { ...inView(tx, view), id }, data: { ...given, tags } });
}

/** The ids of a customer's links, by the number as it is stored. */
export async function listWithPhone(tx: MerchantTx, customerPhone: string): Promise<string[]> {
  const where = { merchantId: tx.merchantId, customerPhone };
  return (await tx.paymentLink.findMany({ where, select: { id: true } })).map(({ id }) => id);
}

/** Empties what is known of that customer, and answers in which links. */
export async function emptyCustomer(tx: MerchantTx, customerPhone: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    UPDATE payment_links SET customer_name = NULL, customer_phone = NULL, customer_reference = NULL
    WHERE merchant_id = ${tx.merchantId}::uuid AND customer_phone = ${customerPhone} RETURNING id`;
  const ids = rows.map(({ id }) => id);
  await emptyCells(tx, ids);
  return ids;
}

/** Empties the same in the tables that these links were created from, whose files would still say it. */
export async function emptyCells(tx: MerchantTx, linkIds: string[]): Promise<void> {
  if (linkIds.length === 0) return;
  await tx.$executeRaw`
    UPDATE bulk_rows AS r SET cells = (
      SELECT jsonb_agg(CASE WHEN cell.place - 1 IN (
        (b.layout #>> '{noteColumns,customerName}')::int, (b.layout #>> '{noteColumns,customerPhone}')::int,
        (b.layout #>> '{noteColumns,customerReference}')::int
      ) THEN '""'::jsonb ELSE cell.value END ORDER BY cell.place)
      FROM jsonb_array_elements(r.cells) WITH ORDINALITY AS cell (value, place))
    FROM bulk_batches AS b
    WHERE r.merchant_id = ${tx.merchantId}::uuid AND r.link_id = ANY(${linkIds}::uuid[])
      AND b.merchant_id = r.merchant_id AND b.id = r.batch_id AND jsonb_array_length(r.cells) > 0`;
}

/** As many links as are looked through for tags. */
const newest = 300;

const tagRow = z.object({ tag: z.string() });

/** The tags of the newest links that have any, those that are used most first. */
export function usedTags({ merchantId, onlyBy }: LinkView): Statement<z.output<typeof tagRow>> {
  return { sql: tagsSql(merchantId, onlyBy), row: tagRow };
}

/** The same within a transaction. */
export async function listUsedTags(tx: MerchantTx, { onlyBy }: LinkScope): Promise<string[]> {
  const rows = await tx.$queryRaw<{ tag: string }[]>(tagsSql(tx.merchantId, onlyBy));
  return rows.map(({ tag }) => tag);
}

function tagsSql(merchantId: MerchantId, onlyBy: string | null): Prisma.Sql {
  const ofPerson = onlyBy === null ? Prisma.empty : Prisma.sql`AND created_by_id = ${onlyBy}::uuid`;
  return Prisma.sql`
    SELECT tag FROM (
      SELECT tags FROM payment_links
      WHERE merchant_id = ${merchantId}::uuid AND tags <> '{}' ${ofPerson}
      ORDER BY id DESC LIMIT ${newest}
    ) AS tagged, unnest(tags) AS tag
    GROUP BY tag ORDER BY count(*) DESC, tag LIMIT ${offeredTags}`;
}

/** Copies what the team wrote about an external link to the link that it is matched with, which keeps what it has. */
export async function takeOverNotes(tx: MerchantTx, linkId: string, externalId: string): Promise<void> {
  const external = await findNotes(tx, { onlyBy: null }, externalId);
  if (external) await fillNotes(tx, linkId, external);
}

/**
 * Writes what a link does not have yet. Tags are added as long as there is room for them.
 * @returns the fields that it did not have.
 */
export async function fillNotes(tx: MerchantTx, linkId: string, given: LinkNotes): Promise<NotesField[]> {
  const all = { onlyBy: null };
  const own = (await lockNotes(tx, all, [linkId])).get(linkId);
  if (!own) return [];
  const filled = {
    note: own.note || given.note,
    tags: addTags(own.tags, given.tags) ?? own.tags,
    customerName: own.customerName || given.customerName,
    customerPhone: own.customerPhone || given.customerPhone,
    customerReference: own.customerReference || given.customerReference,
  };
  const added = notesFields.filter((field) => filled[field].length !== own[field].length);
  if (added.length > 0) await writeNotes(tx, all, linkId, filled);
  return added;
}
