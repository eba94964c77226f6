"use client";

import type { ComponentProps } from "react";
import { CreateButton } from "./create-button";
import { UndoBar, type UndoLabels } from "./undo-bar";
import type { HeldTap, Unsent } from "./use-held-tap";

/** The tap that can still be undone, and why the last one was not sent. */
export type TapBar = { held: HeldTap | null; unsent: Unsent | null; onUndo: () => void };

/** The button that creates the link. For three seconds after a tap on a template, the button that undoes the tap. */
export function CreateBar({
  tap: { held, unsent, onUndo },
  nearDuplicate,
  labels,
  ...button
}: Omit<ComponentProps<typeof CreateButton>, "labels"> & {
  tap: TapBar;
  /** The id of the near duplicate, when the person is asked whether they want another link. */
  nearDuplicate: string | undefined;
  labels: Record<"submit" | "pending" | "createAnyway", string> & UndoLabels;
}) {
  return (
    <div className="sticky bottom-[calc(4rem+env(safe-area-inset-bottom))] grid gap-2 bg-paper py-2 low:static short:sticky short:bottom-0 lg:static">
      {held ? (
        <UndoBar key={held.heldAt} held={held} labels={labels} onUndo={onUndo} />
      ) : (
        <>
          <p role="status" className="text-small font-bold empty:hidden">
            {unsent && labels[unsent]}
          </p>
          <CreateButton {...button} labels={labels} />
        </>
      )}
      {/* After the button that checks, so that Enter checks again and does not create a link unseen. */}
      {nearDuplicate && !held && (
        <button type="submit" name="duplicateOf" value={nearDuplicate} className="button button-quiet w-full">
          {labels.createAnyway}
        </button>
      )}
    </div>
  );
}
