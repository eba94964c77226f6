import { z } from "zod";
import type { GatewayFailureCode } from "@/lib/gateway/failures";

/** One link as upstream's list shows it; null where it sent nothing usable. */
export type ListedItem = { upstreamId: string; url: string | null; active: boolean | null };

/**
 * `totalItems` is null where upstream told no total. `oddItems` came without an id: nothing can be written down of them,
 * but each has its place in the list.
 */
export type ListPage = { items: ListedItem[]; totalItems: number | null; oddItems: number };

const count = z.number().int().nonnegative();
/** Unix milliseconds. */
const time = count;

/** A reading of the list that is under way. Small, so that a job can lay it down and another take it up. */
const scanRun = z.object({
  /** What the links that it has seen are marked with. */
  id: z.uuid(),
  startedAt: time,
  /** `front` and `back` walk inwards from the ends, `through` reads all, `closing` asks once more for the total. */
  phase: z.enum(["front", "back", "through", "closing"]),
  /** It has to read all, whatever it finds at the ends. */
  isFull: z.boolean(),
  /** The total that the last answer told. */
  total: count.nullable(),
  /** Every answer so far told the same total. */
  isSteady: z.boolean(),
  /** From the beginning to here the list was read without a gap. */
  front: count,
  /** From here to the end, as the walk from the back left it. */
  back: count,
  /** How many links to ask for, and the most that came. */
  limit: count,
  pageSize: count,
  /** The list was read to its end, and nothing unknown came after that. */
  sawEnd: z.boolean(),
  /** It was read to where no more links came, be it before its end. */
  isRead: z.boolean(),
  /** Links seen in this run, where no total tells how many there are. */
  distinct: count,
  /** Items that were passed over in this run, for want of an id. */
  oddItems: count.default(0),
  peekedAt: time,
});
export type ScanRun = z.output<typeof scanRun>;

/** What is remembered of a key's list from one look to the next. */
export const syncCheckpoint = z.object({
  run: scanRun.nullable(),
  /** When the list was last read from beginning to end. */
  readAt: time.nullable(),
  /** That reading found nothing after the end that the total named, so the total can be believed. */
  sawEnd: z.boolean(),
  /** Ids known to us that the last reading with a certificate proved to be no longer in the list. */
  absent: count,
  /** The highest total told since that reading, and whether one after it was lower: upstream has removed links. */
  highest: count,
  hasFallen: z.boolean(),
});
export type SyncCheckpoint = z.output<typeof syncCheckpoint>;

export const emptyCheckpoint: SyncCheckpoint = {
  run: null,
  readAt: null,
  sawEnd: false,
  absent: 0,
  highest: 0,
  hasFallen: false,
};

/** Why the list of a key is not known whole. */
export type SyncProblem = GatewayFailureCode | "key_unreadable" | "not_certified";

/** The checkpoint as it was stored. What is not understood is forgotten: then the list is read anew. */
export function parseCheckpoint(stored: unknown): SyncCheckpoint {
  return syncCheckpoint.safeParse(stored).data ?? emptyCheckpoint;
}
