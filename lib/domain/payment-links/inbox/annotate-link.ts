import type { LinkView } from "@/lib/core/link-view";
import { fail, ok, type Result } from "@/lib/core/result";
import { recordEvent } from "@/lib/domain/audit/record-event";
import type { Actor } from "@/lib/domain/audit/schema";
import { writeDescription } from "@/lib/domain/payment-links/inbox/inbox-store";
import type { NewLink } from "@/lib/domain/payment-links/schema";
import { withMerchant } from "@/lib/platform/db";

type Request = { view: LinkView; actor: Actor; id: string };

/**
 * Stores the amount and description of an external link, which a person read on its pay page. Fails when somebody else
 * did so before, or when the link was matched.
 */
export async function annotateLink({
  view,
  actor,
  id,
  content,
}: Request & { content: NewLink }): Promise<Result<void, { code: "annotated" }>> {
  const { merchantId } = view;
  return withMerchant(merchantId, async (tx) => {
    if (!(await writeDescription(tx, view, id, content))) return fail({ code: "annotated" });
    await recordEvent(tx, { actor, action: "link.described", targetId: id });
    return ok(undefined);
  });
}
