import type { ShareableLink } from "@/lib/domain/payment-links/schema";
import { getLocale, getTranslations } from "@/lib/i18n/translations";
import { formatMoney } from "@/lib/money/format-money";

/** The links that can be on sheets, each with a checkbox. It works without scripts, and the address has the chosen ones. */
export async function PickLinks({
  path,
  kept,
  found,
}: {
  path: string;
  /** The other parameters of the address. */
  kept: Readonly<Record<string, string | undefined>>;
  found: (ShareableLink & { isChosen: boolean })[];
}) {
  const t = await getTranslations("print");
  const labels = await getTranslations("link");
  const locale = await getLocale();
  return (
    <form action={path} className="grid max-w-xl grid-cols-1 gap-4">
      {Object.entries(kept).map(
        ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
      )}
      <ul className="divide-y divide-line border-y border-line">
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
              <b translate="no" className="max-w-3/5 shrink-0 tabular-nums wrap-anywhere">
                {amountMinor === null || !currency
                  ? labels("noAmount")
                  : formatMoney(amountMinor, currency, locale)}
              </b>
              <bdi className="min-w-0 truncate">{description ?? labels("noDescription")}</bdi>
            </label>
          </li>
        ))}
      </ul>
      <button
        type="submit"
        className="button button-primary sticky bottom-[calc(var(--bar)+1rem+env(safe-area-inset-bottom))]"
      >
        {t("showPicked")}
      </button>
    </form>
  );
}
