"use client";

import type { ComponentProps } from "react";
import { CreateButtons } from "./create-buttons";
import { UndoBar, type UndoLabels } from "./undo-bar";
import type { HeldTap, Unsent } from "./use-held-tap";

/** The tap that can still be undone, and why the last one was not sent. */
export type TapBar = { held: HeldTap | null; unsent: Unsent | null; onUndo: () => void };

type Buttons = ComponentProps<typeof CreateButtons>;

/** The button that creates the link. For three seconds after a tap on a template, the button that undoes the tap. */
export function CreateBar({
  tap: { held, unsent, onUndo },
  labels,
  ...buttons
}: Omit<Buttons, "labels"> & { tap: TapBar; labels: Buttons["labels"] & UndoLabels }) {
  if (held) return <UndoBar key={held.heldAt} held={held} labels={labels} onUndo={onUndo} />;
  return (
    <>
      <p role="status" className="text-small font-bold empty:hidden">
        {unsent && labels[unsent]}
      </p>
      <CreateButtons {...buttons} labels={labels} />
    </>
  );
}
