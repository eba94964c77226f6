"use client";

import type { LinkFormExtra } from "@/lib/domain/payment-links/schema";
import { PageLink } from "@/lib/ui/page-link";
import { CreateButton } from "./create-button";

/**
 * The button that creates the link. When it has asked about a link with the same content, a button to open that link is
 * in its place, so that a second press in a hurry creates nothing.
 */
export function CreateButtons({
  nearDuplicate,
  amount,
  isPending,
  labels,
}: {
  nearDuplicate: LinkFormExtra["nearDuplicate"];
  amount: string | null;
  isPending: boolean;
  labels: Record<"submit" | "pending" | "forMerchant" | "useEarlier" | "createAnyway", string>;
}) {
  if (!nearDuplicate)
    return (
      <CreateButton amount={amount} merchant={labels.forMerchant} isPending={isPending} labels={labels} />
    );
  const { id, path } = nearDuplicate;
  return (
    <div className={`grid gap-2 ${path ? "squat:grid-cols-2" : ""}`}>
      {/* Enter asks again and does not create a link unseen. */}
      <button type="submit" hidden />
      <button
        type="submit"
        name="duplicateOf"
        value={id}
        aria-disabled={isPending}
        className="button button-quiet px-2 leading-tight squat:text-small"
      >
        {isPending ? labels.pending : labels.createAnyway}
      </button>
      {path && (
        <PageLink href={path} className="button button-primary px-2 leading-tight squat:text-small">
          {labels.useEarlier}
        </PageLink>
      )}
    </div>
  );
}
