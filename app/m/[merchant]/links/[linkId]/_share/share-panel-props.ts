import type { CustomerLanguage } from "@/lib/core/customer-language";
import type { Phone } from "@/lib/core/phone";
import type { MemberMerchant } from "@/lib/domain/members/schema";
import type { ShareableLink } from "@/lib/domain/payment-links/schema";

export type SharePanelProps = {
  link: ShareableLink;
  merchant: MemberMerchant;
  /** The customer's language. */
  language: CustomerLanguage;
  path: string;
  /** The customer's number, if it is known: messages are sent to it. */
  phone: Phone | null;
};
