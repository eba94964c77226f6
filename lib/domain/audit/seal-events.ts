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
} from "@/lib/domain/audit/chain-store";
import { chainStart, hashEnd, hashEvent, hashLink, isSame, keyCheck } from "@/lib/domain/audit/hash-chain";
import { type MerchantTx, withMerchant, withSystem } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";

/** Small enough that whoever waits for the end of the chain waits some tens of milliseconds. */
const batch = 500;

/**
 * Adds the events that wait to the merchant's chain, in the order in which they were committed, batch by batch. Only
 * sealers hold the end of the chain, and never while they wait for anything; who writes an event does not touch it.
 * @param waits for another sealer to finish; otherwise what that one is at is left to it.
 */
export async function sealEvents(merchantId: MerchantId, waits = false): Promise<void> {
  while (await withMerchant(merchantId, (tx) => sealBatch(tx, waits)));
}

/** Merchants with events to seal, for the worker. Plain ids: the job makes MerchantIds. */
export function merchantsToSeal(): Promise<string[]> {
  return withSystem(listMerchantsWaiting);
}

/** Begins the chain of a merchant. Answers false when there is one. */
export function beginChain(tx: MerchantTx): Promise<boolean> {
  const end = { count: 0, hash: chainStart };
  return insertHead(tx, { ...end, mac: hashEnd(tx.merchantId, end), keyCheck: keyCheck() });
}

/**
 * Begins a chain for a merchant that has none, over the events as they are found: those from before there were
 * chains have no hash, and nothing vouches for them. For an operator who knows why there is none.
 */
export async function beginChainAsFound(merchantId: MerchantId): Promise<boolean> {
  const begun = await withMerchant(merchantId, async (tx) => {
    if (!(await beginChain(tx))) return false;
    while (await sealBatch(tx, true, { unsigned: true }));
    return true;
  });
  return begun;
}

/** Whether there may be more. */
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
    (event) => isSigned(tx.merchantId, event) || (accepts.unsigned && !event.mac),
  );
  if (genuine.length < waiting.length) {
    log().error({
      code: "audit_event_forged",
      merchantId: tx.merchantId,
      count: waiting.length - genuine.length,
    });
  }
  if (genuine.length > 0) await append(tx, head, genuine);
  // One that is forged leaves the queue too, and is found by verify-audit for having no link.
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
      hash: hashEvent(tx.merchantId, event),
      isSigned: event.mac !== null,
    });
    return { ...link, hash };
  });
  await appendSeals(tx, seals, { count, hash, mac: hashEnd(tx.merchantId, { count, hash }) });
}

/** An end that we did not write is not built upon: that would vouch for what it stands for. */
function isGenuine(merchantId: MerchantId, head: StoredHead): boolean {
  const genuine = isSame(head.mac, hashEnd(merchantId, head));
  if (!genuine) log().error({ code: "audit_chain_end_forged", merchantId });
  return genuine;
}

function isSigned(merchantId: MerchantId, event: StoredEvent): boolean {
  return event.mac !== null && isSame(event.mac, hashEvent(merchantId, event));
}
