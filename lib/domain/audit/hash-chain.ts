import { createHmac, hkdfSync } from "node:crypto";
import { requireSetting } from "@/lib/platform/env";

/** An event as the log keeps it. All of it is bound by its hash. */
export type LoggedEvent = {
  id: string;
  at: Date;
  actorId: string | null;
  action: string;
  targetId: string | null;
  /** As JSON reads it; the order of keys does not count. */
  details: unknown;
  ip: string | null;
};

export type Link = { seq: number; prevHash: Uint8Array; eventId: string };
export type ChainEnd = { count: number; hash: Uint8Array };

type Bytes = Uint8Array<ArrayBuffer>;

/** What the first link follows. */
export const chainStart: Bytes = new Uint8Array(32);

/** Shows who wrote an event: whoever lacks `NEXTAUTH_SECRET` can neither make one up nor change one. */
export function hashEvent(merchantId: string, event: LoggedEvent): Bytes {
  const { id, at, actorId, action, targetId, details, ip } = event;
  return keyed("event", merchantId, id, at.toISOString(), actorId, action, targetId, canonical(details), ip);
}

/** Binds an event to its place and to the link before it. `isSigned`: the event carries its own hash. */
export function hashLink(
  merchantId: string,
  { seq, prevHash, eventId }: Link,
  event: { hash: Uint8Array; isSigned: boolean },
): Bytes {
  return keyed("link", merchantId, seq, hex(prevHash), eventId, hex(event.hash), event.isSigned ? 1 : 0);
}

/** Says that the chain ends here. No link's hash can stand in for it, so an earlier end cannot be made up. */
export function hashEnd(merchantId: string, { count, hash }: ChainEnd): Bytes {
  return keyed("end", merchantId, count, hex(hash));
}

/** The same for as long as `NEXTAUTH_SECRET` is. */
export function keyCheck(): Bytes {
  return keyed("key check").slice(0, 8);
}

export function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0;
}

/** JSON with the keys in order, so that what comes back from the database reads the same. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join(",")}}`;
}

/** A JSON array, so that no two lists of parts give the same bytes. */
function keyed(kind: string, ...parts: (string | number | null)[]): Bytes {
  chainKey ??= Buffer.from(
    hkdfSync("sha256", requireSetting("NEXTAUTH_SECRET"), "", "cobro audit chain 1", 32),
  );
  return new Uint8Array(
    createHmac("sha256", chainKey)
      .update(JSON.stringify([kind, ...parts]))
      .digest(),
  );
}

let chainKey: Buffer | undefined;

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("hex");
}
