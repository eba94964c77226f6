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
import { chainStart, hashEnd, hashEvent, hashLink, isSame, keyCheck } from "@/lib/domain/audit/hash-chain";
import { sealEvents } from "@/lib/domain/audit/seal-events";
import { withMerchant } from "@/lib/platform/db";
import { readBatches } from "@/lib/platform/keyset";

/** What is wrong with a log. `seq` is the place in the chain, where it has one. */
export type Finding =
  /** The event's words are not those that were written. */
  | { kind: "altered"; seq: number; eventId: string }
  /** The link's own bytes are not those that were written; its event is sound. */
  | { kind: "link_altered"; seq: number; eventId: string }
  /** The event of this link is gone; without a link of its own it was still in the queue. */
  | { kind: "removed"; seq: number | null; eventId: string }
  /** Links are gone, and with them every trace of which events they held. */
  | { kind: "links_removed"; seq: number; upTo: number }
  /** Cobro did not write this event; or it was altered before it had a link. */
  | { kind: "inserted"; seq: number | null; eventId: string }
  /** Written by Cobro, and taken out of the queue before it had a link. */
  | { kind: "left_out"; eventId: string }
  /** The merchant has no chain: it is older than chains are, or somebody removed the end of it. */
  | { kind: "no_chain" }
  | { kind: "end_altered" }
  /** The chain was made with another NEXTAUTH_SECRET; nothing can be said. */
  | { kind: "other_key" }
  /** The chain does not hold what an earlier verification was told it ends with. */
  | { kind: "rewound"; seq: number };

/** What a sound chain ends with. Noted down elsewhere, it later shows whether the whole log was set back. */
export type Anchor = { count: number; hash: string };

export type Verification = { anchor: Anchor | null; waiting: number; findings: Finding[] };

/** Rows of one query, and so of one transaction: its timeout must not limit the length of a log. */
const batch = 5_000;
const mostUnsealed = 20_000;

/** Reads a merchant's whole log and says exactly what is wrong with it. Seals what waits, first. */
export async function verifyChain(merchantId: MerchantId, since?: Anchor): Promise<Verification> {
  await sealEvents(merchantId, true);
  const head = await withMerchant(merchantId, findHead);
  if (!head) return { anchor: null, waiting: 0, findings: [{ kind: "no_chain" }] };
  if (!isSame(head.keyCheck, keyCheck())) {
    return { anchor: null, waiting: 0, findings: [{ kind: "other_key" }] };
  }
  const findings: Finding[] = isSame(head.mac, hashEnd(merchantId, head)) ? [] : [{ kind: "end_altered" }];
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
      // A sound link names the hash before it; where that differs and was not told already, the one before is wrong.
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

/** Links in order up to a place, with their events. */
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
  const hash = hashEvent(merchantId, event);
  const isSigned = event.mac !== null;
  if (event.mac !== null && !isSame(event.mac, hash)) return { kind: "altered", seq, eventId };
  if (isSame(seal.hash, hashLink(merchantId, seal, { hash, isSigned }))) return null;
  return { kind: isSigned ? "link_altered" : "altered", seq, eventId };
}

/** Events without a link, and links after the end. Answers how many events rightly wait for theirs. */
async function lookOutside(merchantId: MerchantId, report: Report): Promise<number> {
  const { unsealed, lost, beyond } = await withMerchant(merchantId, async (tx) => ({
    unsealed: await listUnsealed(tx, mostUnsealed),
    lost: await listLost(tx),
    beyond: await listBeyondEnd(tx),
  }));
  let waiting = 0;
  for (const event of unsealed) {
    const isOurs = event.mac !== null && isSame(event.mac, hashEvent(merchantId, event));
    if (!isOurs) report({ kind: "inserted", seq: null, eventId: event.id });
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
