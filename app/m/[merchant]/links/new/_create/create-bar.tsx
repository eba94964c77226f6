"use client";

import { CreateButton } from "./create-button";
import { Later } from "./later";
import type { LinkLabels } from "./link-labels";
import type { Duplicate } from "./near-duplicate";
import type { HeldTap, Unsent } from "./use-held-tap";
import { findLater } from "./use-later";

/** The tap that can still be undone, why the last one was not sent, and what becomes of it. */
export type TapBar = {
  held: HeldTap | null;
  unsent: Unsent | null;
  onEnd: (unsent: Unsent | null) => void;
};

/**
 * The button that creates the link. For three seconds after a tap on a template, the button that undoes the tap. When a
 * link with the same content was asked about, the buttons for that.
 */
export function CreateBar({
  tap: { held, unsent, onEnd },
  nearDuplicate,
  amount,
  isPending,
  labels,
}: {
  tap: TapBar;
  nearDuplicate: Duplicate | undefined;
  amount: string | null;
  isPending: boolean;
  labels: LinkLabels;
}) {
  const Undo = findLater()?.UndoBar;
  if (held && Undo) return <Undo key={held.heldAt} {...{ held, labels, onEnd }} />;
  return (
    <>
      <p role="status" className="text-small font-bold empty:hidden">
        {unsent && labels[unsent]}
      </p>
      {nearDuplicate ? (
        <Later>
          {({ NearDuplicateButtons }) => (
            <NearDuplicateButtons {...nearDuplicate} isPending={isPending} labels={labels} />
          )}
        </Later>
      ) : (
        <CreateButton merchant={labels.forMerchant} {...{ amount, isPending, labels }} />
      )}
    </>
  );
}
