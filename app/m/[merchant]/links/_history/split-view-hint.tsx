import { useTranslations } from "@/lib/i18n/translations";

const keys = [
  { key: "j", does: "next" },
  { key: "/", does: "search" },
  { key: "c", does: "create" },
] as const;

/** Shown beside the history while no link is open. */
export function SplitViewHint({ withKeys }: { withKeys: boolean }) {
  const t = useTranslations("splitView");
  const shortcuts = useTranslations("shortcuts");
  return (
    <div data-nothing-open="" className="grid max-w-md gap-5 pt-2 max-desk:hidden">
      <p className="text-muted">{t("nothingOpen")}</p>
      {withKeys && (
        <>
          <ul className="grid gap-2 text-small text-muted">
            {keys.map(({ key, does }) => (
              <li key={key} className="flex items-center gap-3">
                <kbd className="key">{key}</kbd>
                {shortcuts(does)}
              </li>
            ))}
          </ul>
          <button type="button" data-opens-help="" className="link touch w-fit text-small">
            {t("allKeys")}
          </button>
        </>
      )}
    </div>
  );
}
