import type { ReactNode } from "react";
import { type CurrencyTally, type Tally, tallyOpen } from "@/lib/domain/payment-links/close/schema";
import type { ShownState } from "@/lib/domain/payment-links/schema";
import { useFormatter, useTranslations } from "@/lib/i18n/translations";
import type { CurrencyCode } from "@/lib/money/currencies";
import { Money } from "@/lib/ui/money";

/** Shown even where there are none, because somebody looks for them. */
const always: readonly ShownState[] = ["marked_paid", "cancelled"];
const sometimes: readonly ShownState[] = ["expired", "inactive"];

/** What became of the links in one currency: how many, and what they add up to. */
export function TallyTable({ tally, name }: { tally: CurrencyTally; name: ReactNode }) {
  const t = useTranslations("close");
  const { currency, made, states, unconfirmed } = tally;
  const none: Tally = { links: 0, amountMinor: 0n };
  const [open, opened] = [tallyOpen(states), states.get("opened")];
  const shown = [...always, ...sometimes].flatMap((state) => {
    const found = states.get(state);
    return found || always.includes(state) ? [{ state, tally: found ?? none }] : [];
  });
  return (
    <table className="w-full tabular-nums">
      <caption className="pb-1 text-left font-bold">{name}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">{t("what")}</th>
          <th scope="col">{t("links")}</th>
          <th scope="col">{t("amount")}</th>
        </tr>
      </thead>
      <tbody>
        <Line name={t("made")} tally={made} currency={currency} isBold />
        {shown.map(({ state, tally: found }) => (
          <Line key={state} name={t(`states.${state}`)} tally={found} currency={currency} isBold={false} />
        ))}
        <Line name={t("states.open")} tally={open} currency={currency} isBold={open.links > 0} />
        {opened && <Line name={t("ofThemOpened")} tally={opened} currency={currency} isBold={false} />}
        {unconfirmed.links > 0 && (
          <Line name={t("unconfirmed")} tally={unconfirmed} currency={currency} isBold={false} />
        )}
      </tbody>
    </table>
  );
}

export function Line({
  name,
  tally: { links, amountMinor },
  currency,
  isBold,
}: {
  name: string;
  tally: Tally;
  currency: CurrencyCode | null;
  isBold: boolean;
}) {
  const format = useFormatter();
  return (
    <tr className={`border-t border-line align-baseline ${isBold ? "font-bold" : ""}`}>
      <th scope="row" className={`py-2 pr-3 text-left ${isBold ? "font-bold" : "font-normal"}`}>
        {name}
      </th>
      <td className="py-2 pr-3 text-right">{format.number(links)}</td>
      <td className="w-2/5 py-2 text-right">{currency && <Money {...{ amountMinor, currency }} />}</td>
    </tr>
  );
}
