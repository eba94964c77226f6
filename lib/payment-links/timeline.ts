import type { AuditAction } from "@/lib/audit/schema";
import { eventsOf } from "@/lib/audit/service";
import { withMerchant } from "@/lib/db";
import type { MerchantId } from "@/lib/merchant-id";
import type { PaymentLink } from "@/lib/payment-links/schema";

/** What happened to a link, and who did it (null for Cobro itself). */
export type TimelineEntry = {
  at: Date;
  what: "sentBy" | Extract<AuditAction, `link.${string}`>;
  name: string | null;
};

/** A link's life, oldest first: asked for, then everything the audit log has about it. */
export async function timelineOf(merchantId: MerchantId, link: PaymentLink): Promise<TimelineEntry[]> {
  const events = await withMerchant(merchantId, (tx) => eventsOf(tx, merchantId, link.id));
  const asked: TimelineEntry[] =
    link.origin === "portal"
      ? [{ at: link.createdAt, what: "sentBy", name: link.createdBy?.name ?? null }]
      : [];
  const told = events.flatMap(({ at, action, actorName }): TimelineEntry[] =>
    isAboutLink(action) ? [{ at, what: action, name: actorName }] : [],
  );
  return [...asked, ...told];
}

function isAboutLink(action: AuditAction): action is Extract<AuditAction, `link.${string}`> {
  return action.startsWith("link.");
}
