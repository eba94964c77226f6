import type { NamedEvent } from "@/lib/domain/audit/list-events";
import type { AuditAction } from "@/lib/domain/audit/schema";
import { listChanged, type NotesField } from "@/lib/domain/payment-links/notes/schema";
import {
  isExpired,
  isShareChannel,
  type PaymentLink,
  type ShareChannel,
} from "@/lib/domain/payment-links/schema";

/** An event in the life of a link, and who caused it (null for Cobro itself). */
export type TimelineEntry = {
  at: Date;
  what: "sentBy" | "sent" | "expired" | "opened" | "openedAgain" | Extract<AuditAction, `link.${string}`>;
  name: string | null;
  /** How it was shared, if it was. */
  channel?: ShareChannel;
  /** Whether it was upstream's own address that was shared, which nobody can cancel. */
  isUpstream?: boolean;
  /** When it was said to expire; null for never. */
  expiresAt?: Date | null;
  /** How often it was opened. */
  count?: number;
  /** Which of the team's notes were changed. */
  fields?: NotesField[];
};

/**
 * The events of a link, oldest first: created, sent, then everything in the audit log about it.
 * @param foundAt when upstream first showed it.
 */
export function toTimeline(
  link: PaymentLink,
  events: readonly NamedEvent[],
  foundAt: Date | null,
): TimelineEntry[] {
  const asked: TimelineEntry[] =
    link.origin === "portal"
      ? [{ at: link.createdAt, what: "sentBy", name: link.createdBy?.name ?? null }]
      : [];
  const fromEvents = events.flatMap(({ at, action, actorName, details }): TimelineEntry[] => {
    const { channel, newId } = details;
    // Upstream's refusal came after the link had been set to `unknown`: nobody created another one to replace it.
    if (action === "link.abandoned" && newId === undefined)
      return [{ at, what: "link.rejected", name: actorName }];
    if (!isAboutLink(action)) return [];
    const fields = listChanged(details);
    return [
      {
        ...{ at, what: action, name: actorName },
        ...(isShareChannel(channel) && { channel, isUpstream: details.address !== "short" }),
        ...(fields.length > 0 && { fields }),
        ...((action === "link.expiry_changed" || action === "link.reopened") && {
          expiresAt: details.expiresAt ? new Date(String(details.expiresAt)) : null,
        }),
      },
    ];
  });
  const isMatched = fromEvents.some(({ what }) => what === "link.adopted");
  // The event of finding it is about the external link's row, which is gone since it was matched.
  const found: TimelineEntry[] =
    isMatched && foundAt ? [{ at: foundAt, what: "link.found", name: null }] : [];
  const sent: TimelineEntry[] = wasSent(link) ? [{ at: link.createdAt, what: "sent", name: null }] : [];
  const expired: TimelineEntry[] =
    link.expiresAt && isExpired(link) ? [{ at: link.expiresAt, what: "expired", name: null }] : [];
  return [...asked, ...sent, ...found, ...fromEvents, ...expired, ...toOpenings(link)].sort(
    (a, b) => a.at.getTime() - b.at.getTime(),
  );
}

/** When customers opened it: the first time, and the last one. */
function toOpenings({ firstOpenedAt, lastOpenedAt, openedCount }: PaymentLink): TimelineEntry[] {
  if (firstOpenedAt === null || lastOpenedAt === null) return [];
  const first: TimelineEntry = { at: firstOpenedAt, what: "opened", name: null };
  const last: TimelineEntry = { at: lastOpenedAt, what: "openedAgain", name: null, count: openedCount };
  return openedCount > 1 ? [first, last] : [first];
}

/** Whether the only POST was certainly sent. It is sent within a second after its row was written. */
function wasSent({ origin, state, failureCode }: PaymentLink): boolean {
  if (origin !== "portal" || state === "sending") return false;
  return state === "ready" || (failureCode !== "unreachable" && failureCode !== "interrupted");
}

function isAboutLink(action: AuditAction): action is Extract<AuditAction, `link.${string}`> {
  return action.startsWith("link.");
}
