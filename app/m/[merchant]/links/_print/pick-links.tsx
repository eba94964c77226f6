import { useTranslations } from "next-intl";
import type { ShareableLink } from "@/lib/domain/payment-links/schema";
import { Money } from "@/lib/ui/money";

/** The links that can be on sheets, each with a checkbox. It works without scripts, and the address has the chosen ones. */
export function PickLinks({
  path,
  kept,
  found,
}: {
  path: string;
  /** The other parameters of the address. */
  kept: Readonly<Record<string, string | undefined>>;
  found: (ShareableLink & { isChosen: boolean })[];
}) {
  const t = useTranslations("print");
  const labels = useTranslations("link");
  return (
    <details className="group border-y border-line">
      <summary className="touch gap-2 font-bold">{t("pick")}</summary>
      {/* The key makes the checkboxes follow the address. */}
      <form
        action={path}
        key={found.map(({ isChosen }) => Number(isChosen)).join("")}
        className="grid gap-3 pb-4"
      >
        {Object.entries(kept).map(
          ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
        )}
        <ul className="max-h-96 divide-y divide-line overflow-y-auto">
          {found.map(({ id, amountMinor, currency, description, isChosen }) => (
            <li key={id}>
              <label className="flex min-h-11 items-center gap-3">
                <input
                  type="checkbox"
                  name="link"
                  value={id}
                  defaultChecked={isChosen}
                  className="size-5 shrink-0 accent-accent"
                />
                <span className="shrink-0 font-bold">
                  {amountMinor === null || !currency ? (
                    labels("noAmount")
                  ) : (
                    <Money amountMinor={amountMinor} currency={currency} />
                  )}
                </span>
                <bdi className="min-w-0 truncate">{description ?? labels("noDescription")}</bdi>
              </label>
            </li>
          ))}
        </ul>
        <button type="submit" className="button button-quiet">
          {t("showPicked")}
        </button>
      </form>
    </details>
  );
}
