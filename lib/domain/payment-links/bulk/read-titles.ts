import type { NotesField } from "@/lib/domain/payment-links/notes/schema";
import { parseAmount } from "@/lib/money/money";
import { type Cell, cellText, type TableRow } from "@/lib/spreadsheets/table";

/** How columns are named in Spanish, English and Portuguese, without accents, the clearest names first. */
export const names = {
  amount:
    /^(?:monto|importe|precio|preco|amount|price|valor|total|cuota|costo|coste|cost|fee|cantidad|saldo)\b/,
  currency: /^(?:moneda|divisa|currency|moeda)\b/,
  description:
    /^(?:descripcion|description|descricao|concepto|concept|conceito|detalle|details?|para que|memo)\b/,
  /** In place of a description, when no column is called one. */
  name: /^(?:nombre|cliente|alumn[oa]|name|customer|client|nome|producto|product|servicio|service|item|nota|note)\b/,
};

/** How columns are named that say who a customer is, or what the team notes. */
export const noteNames: Record<NotesField, RegExp> = {
  customerName:
    /^(?:cliente|nombre|alumn[oa]|estudiante|paciente|soci[oa]|customer|client|name|student|nome|aluno)\b/,
  customerPhone: /^(?:telefono|tel|celular|cel|movil|whatsapp|phone|mobile|cell|telefone)\b/,
  customerReference:
    /^(?:referencia|ref|reference|pedido|orden|order|factura|invoice|fatura|codigo|code|expediente)\b/,
  tags: /^(?:etiquetas?|tags?|categorias?|category|categories)\b/,
  note: /^(?:notas?|notes?|observacion(?:es)?|observac(?:ao|oes)|comentarios?|comments?|remarks?)\b/,
};

export const namesQuantity = /^cantidad\b(?!.*(?:total|pagar))/;

/** Where several columns may be the amount: what is left to pay, or the total, rather than the price of one piece. */
const ranks = [/\b(?:saldo|pendiente|due|a pagar)\b/, /\btotal\b/, /^(?!precio|price|preco|.*\bunit)/];

/** From 0 to below 1: the higher, the likelier it names what a customer pays. */
export function rankAmountName(title: string): number {
  const rank = ranks.findIndex((names) => names.test(title));
  return rank < 0 ? 0 : (ranks.length - rank) / (ranks.length + 1);
}

/** A name without accents, case and what is around it. */
export function foldTitle(cell: Cell | undefined): string {
  return cellText(cell).normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
}

export function isAmount(cell: Cell): boolean {
  if (typeof cell === "object") return "mark" in cell;
  const amount = parseAmount(cellText(cell), "USD");
  return amount.ok || amount.code === "ambiguous" || amount.code === "currency_contradicted";
}

/** A report has at most so many rows above the names of its columns. */
const mostAbove = 10;

/**
 * How many rows stand above the names of the columns, such as a report's title and its date. Each has fewer cells than there
 * are names, of which one is of the amount and one of another column.
 */
export function countRowsAbove(rows: readonly TableRow[]): number {
  const count = rows.slice(0, mostAbove + 1).findIndex(({ cells }) => areNames(cells));
  const most = countUsed(rows[count]?.cells ?? []);
  const areAbove = rows.slice(0, Math.max(0, count)).every(({ cells }) => countUsed(cells) < most);
  return count > 0 && areAbove ? count : 0;
}

function areNames(cells: readonly Cell[]): boolean {
  const titles = cells.map(foldTitle);
  const { amount, ...others } = names;
  const isOther = (title: string) =>
    !amount.test(title) &&
    [...Object.values(others), ...Object.values(noteNames)].some((name) => name.test(title));
  return !cells.some(isAmount) && titles.some((title) => amount.test(title)) && titles.some(isOther);
}

function countUsed(cells: readonly Cell[]): number {
  return cells.filter((cell) => cellText(cell) !== "").length;
}
