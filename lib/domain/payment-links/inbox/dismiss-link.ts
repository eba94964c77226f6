import type { LinkView } from "@/lib/core/link-view";
import { recordEvent } from "@/lib/domain/audit/record-event";
import type { Actor } from "@/lib/domain/audit/schema";
import { dismiss } from "@/lib/domain/payment-links/inbox/inbox-store";
import { withMerchant } from "@/lib/platform/db";

type Request = { view: LinkView; actor: Actor; id: string };

/** Dismisses a link that needs no more attention. It stays in the history. */
export async function dismissLink({ view, actor, id }: Request): Promise<void> {
  const { merchantId } = view;
  await withMerchant(merchantId, async (tx) => {
    if (!(await dismiss(tx, view, id))) return;
    await recordEvent(tx, { actor, action: "link.dismissed", targetId: id });
  });
}
