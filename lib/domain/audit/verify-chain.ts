import type { MerchantId } from "@/lib/core/merchant-id";
import {
  findHead,
  listBeyondEnd,
  listLost,
  listSeals,
  listUnsealed,
  type SealedEvent,
  type StoredHead,
} from "@/lib/domain/audit/chain-store";
import {
  chainStart,
  hashEnd,
  hashEvent,
  hashLink,
  isGenuineEvent,
  isSame,
  keyCheck,
  matchesAnyKey,
} from "@/lib/domain/audit/hash-chain";
import { sealEvents } from "@/lib/domain/audit/seal-events";
import { withMerchant } from "@/lib/platform/db";
import { readBatches } from "@/lib/platform/keyset";

/** A fault in a log. `seq` is the place in the chain, if it has one. */
export type Finding =
  /** The event was changed. */
  | { kind: "altered"; seq: number; eventId: string }
  /** The link was changed; its event was not. */
  | { kind: "link_altered"; seq: number; eventId: string }
  /** The event of this link is gone. Without a `seq` it was still in the queue. */
  | { kind: "removed"; seq: number | null; eventId: string }
  /** Links are gone, so that nothing tells which events they held. */
  | { kind: "links_removed"; seq: number; upTo: number }
  /** Cobro did not write this event, or it was changed before it was in the chain. */
  | { kind: "inserted"; seq: number | null; eventId: string }
  /** Cobro wrote this event, but it was removed from the queue before it was in the chain. */
  | { kind: "left_out"; eventId: string }
  /** The merchant has no chain: it is older than chains are, or somebody removed the chain's end. */
  | { kind: "no_chain" }
  | { kind: "end_altered" }
  /** The chain was made with a key that is not among those given, so that it cannot be checked. */
  | { kind: "other_key" }
  /** The chain no longer holds the end that an earlier verification noted. */
  | { kind: "rewound"; seq: number };

/** The end of a sound chain. Stored elsewhere, it shows later whether the whole log was set back. */
export type Anchor = { count: number; hash: string };

export type Verification = { anchor: Anchor | null; waiting: number; findings: Finding[] };

/** Rows of one query and of one transaction, whose timeout must not limit the length of a log. */
const batch = 5_000;
const mostUnsealed = 20_000;

/** Reads a merchant's whole log and reports everything that is wrong with it. Waiting events are sealed first. */
export async function verifyChain(merchantId: MerchantId, since?: Anchor): Promise<Verification> {
  await sealEvents(merchantId, true);
  const head = await withMerchant(merchantId, findHead);
  if (!head) return { anchor: null, waiting: 0, findings: [{ kind: "no_chain" }] };
  if (!matchesAnyKey(head.keyCheck, keyCheck)) {
    return { anchor: null, waiting: 0, findings: [{ kind: "other_key" }] };
  }
  const isEndGenuine = matchesAnyKey(head.mac, (key) => hashEnd(merchantId, head, key));
  const findings: Finding[] = isEndGenuine ? [] : [{ kind: "end_altered" }];
  await walk(merchantId, head, since, (finding) => findings.push(finding));
  const waiting = await lookOutside(merchantId, (finding) => findings.push(finding));
  return { anchor: { count: head.count, hash: toHex(head.hash) }, waiting, findings };
}

type Report = (finding: Finding) => void;

async function walk(
  merchantId: MerchantId,
  head: StoredHead,
  since: Anchor | undefined,
  report: Report,
): Promise<void> {
  let last: { seq: number; hash: Uint8Array | null; isSound: boolean } = {
    seq: 0,
    hash: chainStart,
    isSound: true,
  };
  let anchored = since === undefined || since.count === 0;
  for await (const seals of readSeals(merchantId, head.count)) {
    for (const seal of seals) {
      if (seal.seq !== last.seq + 1) {
        report({ kind: "links_removed", seq: last.seq + 1, upTo: seal.seq - 1 });
        last = { seq: seal.seq - 1, hash: null, isSound: false };
      }
      const wrong = wrongWith(merchantId, seal);
      if (wrong) report(wrong);
      // A link holds the hash of the one before it. If that differs, and no fault was reported there yet, the one
      // before was changed.
      else if (last.hash && last.isSound && !isSame(last.hash, seal.prevHash)) {
        report({ kind: "link_altered", seq: seal.seq, eventId: seal.eventId });
      }
      if (since?.count === seal.seq && toHex(seal.hash) === since.hash) anchored = true;
      last = { seq: seal.seq, hash: seal.hash, isSound: wrong === null };
    }
  }
  if (last.seq < head.count) report({ kind: "links_removed", seq: last.seq + 1, upTo: head.count });
  else if (last.hash && last.isSound && !isSame(last.hash, head.hash)) report({ kind: "end_altered" });
  if (since && !anchored) report({ kind: "rewound", seq: since.count });
}

/** The links up to a place in order, with their events. */
function readSeals(merchantId: MerchantId, upTo: number): AsyncGenerator<SealedEvent[]> {
  return readBatches(
    batch,
    (after: number = 0, limit) => withMerchant(merchantId, (tx) => listSeals(tx, { after, upTo, limit })),
    ({ seq }) => seq,
  );
}

function wrongWith(merchantId: MerchantId, seal: SealedEvent): Finding | null {
  const { seq, eventId, event } = seal;
  if (!event) return { kind: "removed", seq, eventId };
  const { mac } = event;
  const isSigned = mac !== null;
  if (isSigned && !isGenuineEvent(merchantId, event)) return { kind: "altered", seq, eventId };
  const isLinked = matchesAnyKey(seal.hash, (key) =>
    hashLink(merchantId, seal, { hash: mac ?? hashEvent(merchantId, event, key), isSigned }, key),
  );
  if (isLinked) return null;
  return { kind: isSigned ? "link_altered" : "altered", seq, eventId };
}

/** Reports events without a link, and links after the end. Answers how many events are rightly waiting. */
async function lookOutside(merchantId: MerchantId, report: Report): Promise<number> {
  const { unsealed, lost, beyond } = await withMerchant(merchantId, async (tx) => ({
    unsealed: await listUnsealed(tx, mostUnsealed),
    lost: await listLost(tx),
    beyond: await listBeyondEnd(tx),
  }));
  let waiting = 0;
  for (const event of unsealed) {
    if (!isGenuineEvent(merchantId, event)) report({ kind: "inserted", seq: null, eventId: event.id });
    else if (!event.isWaiting) report({ kind: "left_out", eventId: event.id });
    else waiting += 1;
  }
  for (const eventId of lost) report({ kind: "removed", seq: null, eventId });
  for (const { seq, eventId } of beyond) report({ kind: "inserted", seq, eventId });
  return waiting;
}

function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}
