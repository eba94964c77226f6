import * as z from "zod";
import { afterFilter, type Query, readFilters } from "@/lib/core/filters";

/** The ids in an address of the inbox: one link, or the last ones of the pages before. */
const place = z.object({ after: afterFilter, unconfirmed: afterFilter, found: afterFilter });

export function readInboxPlace(query: Query) {
  return readFilters(place, query);
}
