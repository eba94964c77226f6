import * as z from "zod";
import type { GatewayFailureCode } from "@/lib/gateway/failures";

/** One link in upstream's list; null where it sent no usable value. */
export type ListedItem = { upstreamId: string; url: string | null; active: boolean | null };

/**
 * `totalItems` is null where upstream sent no total. `oddItems` came without an id: they cannot be stored, but each of
 * them has a place in the list.
 */
export type ListPage = { items: ListedItem[]; totalItems: number | null; oddItems: number };

const count = z.number().int().nonnegative();
/** Unix milliseconds. */
const time = count;

/** A run through the list. It is small, so that one job can store it and another continue. */
const scanRun = z.object({
  /** Links that the run has seen are marked with this. */
  id: z.uuid(),
  startedAt: time,
  /**
   * `front` and `back` read inwards from the ends, `through` reads everything, `closing` asks once more for the total.
   */
  phase: z.enum(["front", "back", "through", "closing"]),
  /** Whether it must read everything, whatever it finds at the ends. */
  isFull: z.boolean(),
  /** The total in the last answer. */
  total: count.nullable(),
  /** Whether every answer so far had the same total. */
  isSteady: z.boolean(),
  /** From the beginning to here the list was read without a gap. */
  front: count,
  /** From here to the end the list was read by the phase `back`. */
  back: count,
  /** How many links to ask for, and the most that an answer held. */
  limit: count,
  pageSize: count,
  /** The list was read to its end, and nothing unknown came after that. */
  sawEnd: z.boolean(),
  /** The list was read until no more links came, even if that was before its end. */
  isRead: z.boolean(),
  /** How many links this run has seen, when there is no total. */
  distinct: count,
  /** How many items without an id this run has skipped. */
  oddItems: count.default(0),
  peekedAt: time,
});
export type ScanRun = z.output<typeof scanRun>;

/** What is stored about a key's list between two syncs. */
export const syncCheckpoint = z.object({
  run: scanRun.nullable(),
  /** When the list was last read from beginning to end. */
  readAt: time.nullable(),
  /** That run found nothing after the end given by the total, so the total can be trusted. */
  sawEnd: z.boolean(),
  /** How many known ids were no longer in the list, as the last run with a proof has shown. */
  absent: count,
  /** The highest total since that run, and whether a later one was lower: then upstream has removed links. */
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

/** Why the list of a key is not completely known. */
export type SyncProblem = GatewayFailureCode | "key_unreadable" | "not_certified";

/** Parses the stored checkpoint. If it cannot be parsed, it is dropped and the list is read anew. */
export function parseCheckpoint(stored: unknown): SyncCheckpoint {
  return syncCheckpoint.safeParse(stored).data ?? emptyCheckpoint;
}
