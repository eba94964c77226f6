import type { HistoryFilters } from "@/lib/domain/payment-links/history/parse-filters";

/** A page of the history, or a link opened beside it: filters travel in the address, so that both can be kept. */
export function addressWith(path: string, filters: HistoryFilters): string {
  const given = Object.entries(filters).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
}
