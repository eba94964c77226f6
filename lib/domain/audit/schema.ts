/** Every action that the audit log can hold. */
export const auditActions = [
  "session.signed_in",
  "session.signed_out",
  "session.refused",
  "session.password_reset",
  "session.person_disabled",
  "session.person_enabled",
  "session.password_chosen",
  "session.password_changed",
  "session.signed_out_elsewhere",
  "second_factor.passkey_added",
  "second_factor.passkey_removed",
  "second_factor.app_added",
  "second_factor.app_removed",
  "second_factor.codes_made",
  "second_factor.code_used",
  "second_factor.reset",
  "identity.linked",
  "identity.unlinked",
  "merchant.created",
  "merchant.mode_changed",
  "merchant.settings_changed",
  "merchant.logo_changed",
  "merchant.logo_removed",
  "merchant.second_factor_required",
  "merchant.second_factor_optional",
  "merchant.disabled",
  "merchant.enabled",
  "merchant.limits_changed",
  "merchant.limit_reached",
  "merchant.job_retried",
  "merchant.closed",
  "merchant.reopened",
  "merchant.deleted",
  "merchant.restored",
  "member.invited",
  "member.invitation_renewed",
  "member.invitation_revoked",
  "member.joined",
  "member.role_changed",
  "member.removed",
  "member.left",
  "ownership.transferred",
  "api_key.connected",
  "api_key.replaced",
  "api_key.disconnected",
  "api_key.stopped_working",
  "api_key.works_again",
  "link.created",
  "link.rejected",
  "link.unknown",
  "links.exported",
  "audit.exported",
  "link.candidate_opened",
  "link.adopted",
  "link.match_undone",
  "link.abandoned",
  "link.described",
  "link.shared",
  "link.noted",
  "link.customer_removed",
  "customer.removed",
  "link.marked_paid",
  "link.paid_mark_described",
  "link.paid_mark_removed",
  "link.cancelled",
  "link.cancel_undone",
  "link.expiry_changed",
  "link.reopened",
  "link.code_pointed",
  "link.code_restored",
  "link.dismissed",
  "inbox.seen",
  "inbox.seen_undone",
  "link.found",
  "link.turned_inactive",
  "link.turned_active",
  "bulk.started",
  "bulk.paused",
  "bulk.resumed",
  "bulk.cancelled",
  "bulk.retried",
  "bulk.finished",
  "bulk.exported",
  "template.created",
  "template.changed",
  "template.removed",
  "till.enrolled",
  "till.removed",
  "pin.set",
  "pin.changed",
  "pin.removed",
  "pin.blocked",
  "pin.unblocked",
  "pin.signed_in",
] as const;
export type AuditAction = (typeof auditActions)[number];

/** The groups of actions that the log can be filtered by. */
export const auditGroups = ["sign_in", "keys", "settings", "members", "links", "exports"] as const;
export type AuditGroup = (typeof auditGroups)[number];

type Noun = AuditAction extends `${infer Before}.${string}` ? Before : never;

const groupOfNoun = {
  session: "sign_in",
  second_factor: "sign_in",
  identity: "sign_in",
  merchant: "settings",
  api_key: "keys",
  link: "links",
  links: "exports",
  bulk: "links",
  customer: "links",
  inbox: "links",
  template: "settings",
  member: "members",
  ownership: "members",
  audit: "exports",
  till: "settings",
  pin: "sign_in",
} as const satisfies Record<Noun, AuditGroup>;

export function listActions(group: AuditGroup): AuditAction[] {
  return auditActions.filter((action) =>
    Object.entries(groupOfNoun).some(([noun, of]) => of === group && action.startsWith(`${noun}.`)),
  );
}

/** Who does something, from which network address, and on which shared till, if it is one. */
export type Actor = { userId: string; ip: string | null; till?: string };

/** A person who appears in the log. */
export type LogPerson = { userId: string; name: string; email: string };

export type AuditEntry = {
  /** Null when Cobro itself did it, in a background job. */
  actor: Actor | null;
  /** The network address when no actor is known, as with a wrong password. */
  ip?: string | null;
  action: AuditAction;
  targetId?: string;
  /** A few facts about the event, never a secret. */
  details?: Record<string, string | number | null>;
};

export function isAuditAction(text: string): text is AuditAction {
  return auditActions.some((action) => action === text);
}
