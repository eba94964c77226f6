import type { MerchantId } from "@/lib/core/merchant-id";
import type { Mode } from "@/lib/core/mode";
import type { Actor } from "@/lib/domain/audit/schema";
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
