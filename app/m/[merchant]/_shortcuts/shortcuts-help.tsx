"use client";

import { useEffect, useRef } from "react";
import { Icon } from "@/lib/ui/icon";
import type { HelpLabels } from "./help-labels";
import { ShortcutSwitch } from "./shortcut-switch";

/** Lists all shortcuts, with the switch that turns them off. It is drawn when it is opened. */
export function ShortcutsHelp({ labels, onClose }: { labels: HelpLabels; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const { areOn, cookie, title, close, list, state, change } = labels;
  return (
    <dialog
      ref={dialog}
      onClose={onClose}
      aria-labelledby="shortcuts-title"
      className="m-auto w-full max-w-md rounded-box border border-line bg-surface p-6 text-ink backdrop:bg-black/40"
    >
      <div className="flex min-h-11 items-center justify-between gap-4">
        <h2 id="shortcuts-title" className="text-title">
          {title}
        </h2>
        <form method="dialog">
          <button type="submit" aria-label={close} className="grid size-11 place-items-center">
            <Icon name="cross" />
          </button>
        </form>
      </div>
      <dl className="my-4 grid grid-cols-[1fr_auto] gap-x-6 gap-y-2">
        {list.map(([keys, does]) => (
          <div key={keys} className="col-span-2 grid grid-cols-subgrid items-center">
            <dt>{does}</dt>
            <dd className="flex gap-1">
              {keys.split(" ").map((key) => (
                <kbd key={key} className="key">
                  {key}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <div className="grid gap-3 border-t border-line pt-4">
        <p role="status" className="text-small text-muted">
          {state}
        </p>
        <ShortcutSwitch areOn={areOn} cookie={cookie}>
          {change}
        </ShortcutSwitch>
      </div>
    </dialog>
  );
}
