"use client";

/**
 * Says what it will create: the amount, and for which merchant. Screen readers read its name first and these as its
 * description.
 */
export function CreateButton({
  amount,
  merchant,
  isPending,
  labels,
}: {
  /** With its currency, as the person writes it; null while what is typed is no amount. */
  amount: string | null;
  /** "for Café Luna" */
  merchant: string;
  isPending: boolean;
  labels: Record<"submit" | "pending", string>;
}) {
  return (
    <button
      type="submit"
      aria-labelledby="create-name"
      aria-describedby="create-what"
      aria-disabled={isPending}
      className="button button-primary create-button"
    >
      <span id="create-name" aria-live="polite">
        {isPending ? labels.pending : labels.submit}
      </span>
      <span id="create-what" suppressHydrationWarning>
        {/* Always there, and with no text beside it, because browsers that translate the page replace bare text. */}
        <span suppressHydrationWarning translate="no" className="shrink-0 tabular-nums empty:hidden">
          {amount ? `${amount} ` : ""}
        </span>
        <span className="truncate">{merchant}</span>
      </span>
    </button>
  );
}
