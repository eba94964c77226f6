/** Everything the audit log can tell. */
export const auditActions = [
  "session.signed_in",
  "session.signed_out",
  "session.refused",
  "session.password_reset",
  "merchant.created",
  "merchant.mode_changed",
  "merchant.disabled",
  "merchant.enabled",
  "api_key.connected",
  "api_key.replaced",
  "api_key.disconnected",
  "api_key.stopped_working",
  "api_key.works_again",
  "link.created",
  "link.rejected",
  "link.unknown",
  "links.exported",
  "link.adopted",
  "link.abandoned",
  "link.described",
  "link.dismissed",
  "link.found",
  "link.turned_inactive",
  "link.turned_active",
] as const;
export type AuditAction = (typeof auditActions)[number];

/** Who does something, and from which network address. */
export type Actor = { userId: string; ip: string | null };

export type AuditEntry = {
  /** Null when Cobro itself did it, in a background job. */
  actor: Actor | null;
  action: AuditAction;
  targetId?: string;
  /** Small facts about the event, never a secret. */
  details?: Record<string, string | number | null>;
};

export function isAuditAction(text: string): text is AuditAction {
  return auditActions.some((action) => action === text);
}
