import { z } from "zod";
import { afterFilter, type Query, readFilters } from "@/lib/core/filters";

/** Rows that an address of the inbox names: one link, and the last ones that were seen of a list. */
const place = z.object({ after: afterFilter, unconfirmed: afterFilter, found: afterFilter });

export function readInboxPlace(query: Query) {
  return readFilters(place, query);
}
