import type { MerchantId } from "@/lib/core/merchant-id";
import type { Mode } from "@/lib/core/mode";
import type { KeyAnswer } from "@/lib/domain/api-keys/note-answer";
import type { Actor } from "@/lib/domain/audit/schema";
import type { Outcome } from "@/lib/domain/payment-links/create/outcome-store";
import type { NewLink } from "@/lib/domain/payment-links/schema";

/** What a person asks for when they press the button that makes a link. */
export type CreateRequest = {
  merchantId: MerchantId;
  actor: Actor;
  mode: Mode;
  /** Made with the form: the same form sent again is the same create request, and is answered with the same link. */
  intentId: string;
  link: NewLink;
  /** The link with the same content that the person was shown, and wants one more of all the same. */
  duplicateOf?: string | undefined;
  /** Tapped on a template: the same again a minute later is the next customer, not a slip. */
  isRepeatable?: true;
  /** The unknown link in whose place this one is made; it is given up in the same moment. */
  replaces?: string | undefined;
};

export type SentLink = { id: string; mode: Mode; apiKeyId: string };

/** Something that has become of a link. */
export type LinkEvent =
  /** What its one POST came to; the outcome is null where the link had ended before, and stays as it is. */
  | { kind: "answered"; link: SentLink; actor: Actor; answer: KeyAnswer; outcome: Outcome | null }
  /** The process that sent these links with one key died before it wrote what came of them. */
  | { kind: "interrupted"; apiKeyId: string; linkIds: string[] }
  /** A person recognised it among the links found upstream. */
  | {
      kind: "matched";
      link: { id: string; mode: Mode };
      actor: Actor;
      outcome: Extract<Outcome, { state: "ready" }>;
    }
  /** A person had another one made in its place. */
  | { kind: "replaced"; link: { id: string }; actor: Actor; newId: string };
