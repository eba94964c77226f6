import { useTranslations } from "next-intl";
import { cookieName, isSecureOrigin } from "@/lib/platform/cookie-name";
import { Icon } from "@/lib/ui/icon";
import { helpDialogId } from "./shortcut-names";
import { ShortcutSwitch } from "./shortcut-switch";

const shortcuts = [
  { keys: ["c"], does: "create" },
  { keys: ["/"], does: "search" },
  { keys: ["j"], does: "next" },
  { keys: ["k"], does: "previous" },
  { keys: ["Esc"], does: "close" },
  { keys: ["g", "h"], does: "history" },
  { keys: ["g", "i"], does: "inbox" },
  { keys: ["?"], does: "help" },
] as const;

/** Lists all shortcuts, with the switch that turns them off. */
export function ShortcutsHelp({ areOn }: { areOn: boolean }) {
  const t = useTranslations("shortcuts");
  return (
    <dialog
      id={helpDialogId}
      aria-labelledby="shortcuts-title"
      className="m-auto w-full max-w-md rounded-box border border-line bg-surface p-6 text-ink backdrop:bg-black/40"
    >
      <div className="flex min-h-11 items-center justify-between gap-4">
        <h2 id="shortcuts-title" className="text-title">
          {t("title")}
        </h2>
        <form method="dialog">
          <button type="submit" aria-label={t("closeHelp")} className="grid size-11 place-items-center">
            <Icon name="cross" />
          </button>
        </form>
      </div>
      <dl className="my-4 grid grid-cols-[1fr_auto] gap-x-6 gap-y-2">
        {shortcuts.map(({ keys, does }) => (
          <div key={does} className="col-span-2 grid grid-cols-subgrid items-center">
            <dt>{t(does)}</dt>
            <dd className="flex gap-1">
              {keys.map((key) => (
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
          {areOn ? t("areOn") : t("areOff")}
        </p>
        <ShortcutSwitch areOn={areOn} cookie={{ name: cookieName("shortcuts"), isSecure: isSecureOrigin() }}>
          {areOn ? t("turnOff") : t("turnOn")}
        </ShortcutSwitch>
      </div>
    </dialog>
  );
}
