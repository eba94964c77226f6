import { toExpiresAt } from "@/lib/core/link-expiry";
import type { CreationSettings } from "@/lib/domain/merchants/read-creation-settings";
import {
  type Beginning,
  type Begun,
  leaseMarginMs,
  nearDuplicateMs,
} from "@/lib/domain/payment-links/create/begin-sending";
import { insertingLink } from "@/lib/domain/payment-links/create/begin-store";
import { countingBegun } from "@/lib/domain/payment-links/create/check-limits";
import { lockingContent } from "@/lib/domain/payment-links/create/near-duplicate-store";
import { newReference } from "@/lib/domain/payment-links/create/reference";
import { asMerchant, readTogether } from "@/lib/platform/db";
import type { Counted } from "@/lib/platform/rate-limits";
import { readRow, readRows } from "@/lib/platform/statement";
import { uuidv7 } from "@/lib/platform/uuidv7";

/**
 * Counts a link and begins it, in one message to Postgres and one transaction, when nothing stands in the way. The row is
 * committed when this resolves. If it answers no row, it has only counted: `beginSending` finds out what stands in the way.
 */
export async function beginAtOnce(
  beginning: Beginning,
  settings: CreationSettings,
): Promise<{ counted: Counted[]; begun: Begun | null }> {
  const { merchantId, actor, mode, link, intentId, apiKeyId, requestHash, duplicateOf } = beginning;
  const row = {
    ...{ ...link, mode, intentId, apiKeyId, requestHash, createdById: actor.userId, id: uuidv7() },
    reference: settings.references ? newReference(4) : null,
    leaseUntil: new Date(Date.now() + beginning.timeoutMs + leaseMarginMs),
    expiresAt: toExpiresAt(beginning.expiry ?? settings.linkExpiry, settings),
  };
  const since = new Date(Date.now() - nearDuplicateMs);
  const counting = countingBegun(merchantId, beginning.limits);
  const inserting = insertingLink(merchantId, row, {
    linksPerHour: settings.linksPerHour,
    duplicates: beginning.isRepeatable ? null : { since, except: duplicateOf },
  });
  const [ofCounting, , , ofInserting] = await readTogether(
    counting.sql,
    asMerchant(merchantId),
    lockingContent(merchantId, requestHash),
    inserting.sql,
  );
  const inserted = readRow(inserting, ofInserting);
  return {
    counted: readRows(counting, ofCounting),
    begun: inserted && { id: inserted.id, reference: row.reference },
  };
}
