import type { PaymentLink } from "@/lib/domain/payment-links/schema";

/** The address of a link's full screen. A link that is marked as paid is shown only when somebody insists. */
export function showPath(path: string, { markedPaidAt }: PaymentLink): string {
  return markedPaidAt === null ? `${path}/show` : `${path}/show?anyway=1`;
}
