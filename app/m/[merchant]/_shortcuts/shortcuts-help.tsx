"use client";

import { useEffect, useRef } from "react";
import { pageLanguage } from "@/lib/i18n/language/page-language";
import { shortcuts as en } from "@/lib/i18n/messages/en/shortcuts";
import { shortcuts as es } from "@/lib/i18n/messages/es/shortcuts";
import { shortcuts as pt } from "@/lib/i18n/messages/pt/shortcuts";
import { Icon } from "@/lib/ui/icon";
import { ShortcutSwitch } from "./shortcut-switch";

const sentences = { en, es, pt };

/** Keys that are pressed one after the other have a space between them. */
const shortcuts = [
  ["c", "create"],
  ["/", "search"],
  ["j", "next"],
  ["k", "previous"],
  ["x", "pick"],
  ["Esc", "close"],
  ["g h", "history"],
  ["g i", "inbox"],
  ["?", "help"],
] as const;

/** Lists all shortcuts, with the switch that turns them off. It is loaded and drawn when it is opened. */
export function ShortcutsHelp({
  areOn,
  cookie,
  onClose,
}: {
  areOn: boolean;
  cookie: { name: string; isSecure: boolean };
  onClose: () => void;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const said = sentences[pageLanguage()];
  return (
    <dialog
      ref={dialog}
      onClose={onClose}
      aria-labelledby="shortcuts-title"
      className="m-auto w-full max-w-md rounded-box border border-line bg-surface p-6 text-ink backdrop:bg-black/40"
    >
      <div className="flex min-h-11 items-center justify-between gap-4">
        <h2 id="shortcuts-title" className="text-title">
          {said.title}
        </h2>
        <form method="dialog">
          <button type="submit" aria-label={said.closeHelp} className="grid size-11 place-items-center">
            <Icon name="cross" />
          </button>
        </form>
      </div>
      <dl className="my-4 grid grid-cols-[1fr_auto] gap-x-6 gap-y-2">
        {shortcuts.map(([keys, does]) => (
          <div key={keys} className="col-span-2 grid grid-cols-subgrid items-center">
            <dt>{said[does]}</dt>
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
          {areOn ? said.areOn : said.areOff}
        </p>
        <ShortcutSwitch areOn={areOn} cookie={cookie}>
          {areOn ? said.turnOff : said.turnOn}
        </ShortcutSwitch>
      </div>
    </dialog>
  );
}
