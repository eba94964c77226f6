import { createHmac } from "node:crypto";
import * as z from "zod";
import { type AuditKey, auditKeys } from "@/lib/platform/secret-box/audit-keys";

/** An event as it is stored. Its hash covers all of these. */
export type LoggedEvent = {
  id: string;
  at: Date;
  actorId: string | null;
  action: string;
  targetId: string | null;
  /** As parsed JSON. The order of its keys does not matter. */
  details: unknown;
  ip: string | null;
};

const withRequest = z.object({ requestId: z.string() });

export type Link = { seq: number; prevHash: Uint8Array; eventId: string };
export type ChainEnd = { count: number; hash: Uint8Array };

type Bytes = Uint8Array<ArrayBuffer>;

/** The hash that the first link of a chain refers to. */
export const chainStart: Bytes = new Uint8Array(32);

/** A keyed hash of the event. Without the keys of the audit log nobody can forge or change an event. */
export function hashEvent(merchantId: string, event: LoggedEvent, key = newestKey()): Bytes {
  const { id, at, actorId, action, targetId, details, ip } = event;
  const parts = [id, at.toISOString(), actorId, action, targetId, canonical(details), ip];
  return keyed(key, "event", merchantId, ...parts);
}

/** Whether an event is as it was recorded. Its request's id is in its details, and so under its hash. */
export function isGenuineEvent(
  merchantId: string,
  event: LoggedEvent & { requestId: string | null; mac: Uint8Array | null },
): boolean {
  const { mac, requestId, details } = event;
  if (mac === null || requestId !== findRequestId(details)) return false;
  return matchesAnyKey(mac, (key) => hashEvent(merchantId, event, key));
}

/** The id of the request in the details of an event. */
function findRequestId(details: unknown): string | null {
  return withRequest.safeParse(details).data?.requestId ?? null;
}

/** Binds an event to its place in the chain and to the link before it. `isSigned`: the event has a hash of its own. */
export function hashLink(
  merchantId: string,
  { seq, prevHash, eventId }: Link,
  event: { hash: Uint8Array; isSigned: boolean },
  key = newestKey(),
): Bytes {
  return keyed(key, "link", merchantId, seq, hex(prevHash), eventId, hex(event.hash), event.isSigned ? 1 : 0);
}

/**
 * Marks the end of the chain. It cannot be confused with the hash of a link, so that nobody can make the chain end
 * earlier.
 */
export function hashEnd(merchantId: string, { count, hash }: ChainEnd, key = newestKey()): Bytes {
  return keyed(key, "end", merchantId, count, hex(hash));
}

/** A hash that changes only with the key. */
export function keyCheck(key = newestKey()): Bytes {
  return keyed(key, "key check").slice(0, 8);
}

/** Whether a hash is what `make` gives with one of the keys: rows from before a change of keys stay as they are. */
export function matchesAnyKey(hash: Uint8Array, make: (key: AuditKey) => Uint8Array): boolean {
  return auditKeys().some((key) => isSame(hash, make(key)));
}

function newestKey(): AuditKey {
  return auditKeys()[0];
}

export function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0;
}

/** JSON with sorted keys, so that the same value always gives the same text. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join(",")}}`;
}

/** The parts are hashed as a JSON array, so that different lists of parts never give the same bytes. */
function keyed({ key }: AuditKey, kind: string, ...parts: (string | number | null)[]): Bytes {
  return new Uint8Array(
    createHmac("sha256", key)
      .update(JSON.stringify([kind, ...parts]))
      .digest(),
  );
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("hex");
}
