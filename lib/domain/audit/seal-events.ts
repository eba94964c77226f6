import type { MerchantId } from "@/lib/core/merchant-id";
import {
  appendSeals,
  forgetWaiting,
  insertHead,
  listMerchantsWaiting,
  listWaiting,
  lockHead,
  type StoredEvent,
  type StoredHead,
  type StoredSeal,
  updateHead,
} from "@/lib/domain/audit/chain-store";
import {
  chainStart,
  hashEnd,
  hashEvent,
  hashLink,
  isGenuineEvent,
  keyCheck,
  matchesAnyKey,
} from "@/lib/domain/audit/hash-chain";
import { type MerchantTx, withMerchant, withSystem } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";

/** Small enough that others wait only some tens of milliseconds for the end of the chain. */
const batch = 500;

/**
 * Adds waiting events to the merchant's chain, in the order in which they were committed, batch by batch. Only sealing
 * locks the end of the chain, and only briefly; recording an event does not.
 * @param waits whether to wait for another process that is sealing; otherwise the work is left to it.
 */
export async function sealEvents(merchantId: MerchantId, waits = false): Promise<void> {
  while (await withMerchant(merchantId, (tx) => sealBatch(tx, waits)));
}

/** Merchants with events to seal, for the worker. The ids are plain text; the job makes MerchantIds. */
export function merchantsToSeal(): Promise<string[]> {
  return withSystem(listMerchantsWaiting);
}

/** Begins a merchant's chain. False when it has one. */
export function beginChain(tx: MerchantTx): Promise<boolean> {
  const end = { count: 0, hash: chainStart };
  return insertHead(tx, { ...end, mac: hashEnd(tx.merchantId, end), keyCheck: keyCheck() });
}

/**
 * Begins a chain for a merchant without one, with its events as they are. Events from before there were chains have no
 * hash, so that nothing proves them genuine. Only for an operator who knows why the chain is missing.
 */
export async function beginChainAsFound(merchantId: MerchantId): Promise<boolean> {
  const begun = await withMerchant(merchantId, async (tx) => {
    if (!(await beginChain(tx))) return false;
    while (await sealBatch(tx, true, { unsigned: true }));
    return true;
  });
  return begun;
}

/**
 * Signs the end of a merchant's chain with the newest key, so that the chain goes on with it. What it holds stays signed
 * with the keys of its time. False when there is no chain, or its end is not genuine.
 */
export function moveToNewestKey(merchantId: MerchantId): Promise<boolean> {
  return withMerchant(merchantId, async (tx) => {
    const head = await lockHead(tx, true);
    if (!head || !isGenuine(merchantId, head)) return false;
    await updateHead(tx, { ...head, mac: hashEnd(merchantId, head), keyCheck: keyCheck() });
    return true;
  });
}

/** Answers whether there may be more. */
async function sealBatch(
  tx: MerchantTx,
  waits: boolean,
  accepts: { unsigned: boolean } = { unsigned: false },
): Promise<boolean> {
  const head = await lockHead(tx, waits);
  if (!head || !isGenuine(tx.merchantId, head)) return false;
  const waiting = await listWaiting(tx, batch);
  if (waiting.length === 0) return false;
  const genuine = waiting.filter(
    (event) => isGenuineEvent(tx.merchantId, event) || (accepts.unsigned && !event.mac),
  );
  if (genuine.length < waiting.length) {
    log().error({
      code: "audit_event_forged",
      merchantId: tx.merchantId,
      count: waiting.length - genuine.length,
    });
  }
  if (genuine.length > 0) await append(tx, head, genuine);
  // A forged event is removed from the queue too; verify-audit reports it, because no link holds it.
  await forgetWaiting(
    tx,
    waiting.map(({ id }) => id),
  );
  return waiting.length === batch;
}

async function append(tx: MerchantTx, head: StoredHead, events: StoredEvent[]): Promise<void> {
  let { count, hash } = head;
  const seals = events.map((event): StoredSeal => {
    const link = { seq: count + 1, prevHash: hash, eventId: event.id };
    count = link.seq;
    hash = hashLink(tx.merchantId, link, {
      hash: event.mac ?? hashEvent(tx.merchantId, event),
      isSigned: event.mac !== null,
    });
    return { ...link, hash };
  });
  const mac = hashEnd(tx.merchantId, { count, hash });
  await appendSeals(tx, seals, { count, hash, mac, keyCheck: keyCheck() });
}

/** Whether the end of the chain was written by us. Appending to a forged one would make it look genuine. */
function isGenuine(merchantId: MerchantId, head: StoredHead): boolean {
  const genuine = matchesAnyKey(head.mac, (key) => hashEnd(merchantId, head, key));
  if (!genuine) log().error({ code: "audit_chain_end_forged", merchantId });
  return genuine;
}
