import type { MerchantId } from "@/lib/core/merchant-id";
import { isKeyRefused } from "@/lib/domain/api-keys/check-health";
import { eventRows } from "@/lib/domain/audit/record-event";
import type { Actor } from "@/lib/domain/audit/schema";
import { becameReady, becomingReady, type ReadyOutcome } from "@/lib/domain/payment-links/create/ready-store";
import type { SentLink } from "@/lib/domain/payment-links/create/schema";
import { readTogetherAs } from "@/lib/platform/db";
import { readRow } from "@/lib/platform/statement";

/**
 * Does in one message to Postgres what `recordLinkEvent` does when a link becomes ready and nothing else follows from it,
 * which is nearly always. Answers false, and has changed nothing, if the link replaces another one, is no longer being
 * sent, or shows that a refused key works again.
 */
export async function recordReady(
  merchantId: MerchantId,
  actor: Actor,
  link: SentLink,
  outcome: ReadyOutcome,
): Promise<boolean> {
  const event = eventRows(
    merchantId,
    { actor, action: "link.created", targetId: link.id, details: {} },
    becameReady,
  );
  const unless = isKeyRefused(merchantId, link.apiKeyId);
  const becoming = becomingReady(merchantId, link, outcome, { unless, rest: event.sql });
  const [rows] = await readTogetherAs(merchantId, becoming.sql);
  if (!readRow(becoming, rows)) return false;
  event.log();
  return true;
}
