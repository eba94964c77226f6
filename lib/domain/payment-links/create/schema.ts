import type { LinkExpiry } from "@/lib/core/link-expiry";
import type { MerchantId } from "@/lib/core/merchant-id";
import type { Mode } from "@/lib/core/mode";
import type { KeyAnswer } from "@/lib/domain/api-keys/note-answer";
import type { Actor } from "@/lib/domain/audit/schema";
import type { ExternalLink } from "@/lib/domain/payment-links/create/match-store";
import type { Outcome } from "@/lib/domain/payment-links/create/outcome-store";
import type { Beforehand } from "@/lib/domain/payment-links/create/read-beforehand";
import type { NewLink } from "@/lib/domain/payment-links/schema";
import type { CountedLimits } from "@/lib/platform/rate-limits";

/** What a person submits to create a link. */
export type CreateRequest = {
  merchantId: MerchantId;
  actor: Actor;
  mode: Mode;
  /**
   * Created with the form. Submitting the form again is the same create request, and is answered with the same link.
   */
  intentId: string;
  link: NewLink;
  /** The link with the same content that the person was asked about; they want another one nevertheless. */
  duplicateOf?: string | undefined;
  /** Created from a template. The same content again is then the next customer and not a mistake. */
  isRepeatable?: true;
  /** The unknown link that this one replaces; it is abandoned at the same moment. */
  replaces?: string | undefined;
  /** The wrong link that this one is made to replace; it is cancelled, and leads to this one, once this one is ready. */
  corrects?: string | undefined;
  /** When it expires; what the merchant's settings say without it. */
  expiry?: LinkExpiry | undefined;
  /** How many links people may create in a while; none for a job, which keeps a pace of its own. */
  limits?: CountedLimits | undefined;
  /** What `lookUpBeforehand` has found for this merchant, mode and intent, where it was asked for together with who asks. */
  beforehand?: Beforehand | undefined;
};

export type SentLink = { id: string; mode: Mode; apiKeyId: string };

/** Something that happened to a link. */
export type LinkEvent =
  /** The outcome of its only POST. `outcome` is null when the link had a final state before, which stays. */
  | { kind: "answered"; link: SentLink; actor: Actor; answer: KeyAnswer; outcome: Outcome | null }
  /** The process that sent these links with one key died before it recorded their outcomes. */
  | { kind: "interrupted"; apiKeyId: string; linkIds: string[] }
  /** A person matched it with a link found upstream. */
  | {
      kind: "matched";
      link: { id: string; mode: Mode };
      actor: Actor;
      outcome: Extract<Outcome, { state: "ready" }>;
      /** The external link's row before the match, to undo it. */
      from: ExternalLink;
    }
  /** A person undid a match. */
  | {
      kind: "match_undone";
      link: SentLink & { upstreamId: string };
      actor: Actor;
    }
  /** A person created another one to replace it. */
  | { kind: "replaced"; link: { id: string }; actor: Actor; newId: string };
