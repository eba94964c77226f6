import type { CustomerLanguage } from "@/lib/core/customer-language";
import type { MemberMerchant } from "@/lib/domain/members/schema";
import type { ShareableLink } from "@/lib/domain/payment-links/schema";

export type SharePanelProps = {
  link: ShareableLink;
  merchant: MemberMerchant;
  /** The customer's language. */
  language: CustomerLanguage;
  path: string;
};
