import "@/app/m/[merchant]/links/_print/print.css";
import type { Close } from "@/lib/domain/payment-links/close/get-close";
import { useLocale, useTranslations } from "@/lib/i18n/translations";
import { nameCurrencies } from "@/lib/money/currency-names";
import { Line, TallyTable } from "./tally-table";

/**
 * The sums, as they are on the page and on paper: on a roll for receipts and on a sheet. What the page says around them
 * is in the heading that only paper has.
 */
export function CloseSlip({
  close,
  heading,
  note,
}: {
  close: Close;
  /** Lines that are only on paper. */
  heading: readonly string[];
  note: string;
}) {
  const t = useTranslations("close");
  const toName = useCurrencyName();
  const { currencies, people, markedLater } = close;
  return (
    <div className="slip grid gap-8">
      <div className="hidden print:block">
        {heading.map((line, index) => (
          <p key={line} className={index === 0 ? "text-title font-bold" : ""}>
            <bdi>{line}</bdi>
          </p>
        ))}
      </div>
      {currencies.map((tally) => (
        <TallyTable key={tally.currency} tally={tally} name={toName(tally.currency)} />
      ))}
      {markedLater.length > 0 && (
        <table className="w-full tabular-nums">
          <caption className="pb-1 text-left font-bold">{t("markedLater")}</caption>
          <tbody>
            {markedLater.map((tally) => (
              <Line
                key={tally.currency}
                name={toName(tally.currency)}
                tally={tally}
                currency={tally.currency}
                isBold={false}
              />
            ))}
          </tbody>
        </table>
      )}
      {people.length > 1 && (
        <section aria-labelledby="by-person" className="grid gap-6">
          <h2 id="by-person" className="text-title font-bold">
            {t("byPerson")}
          </h2>
          {people.map(({ id, name, currencies: own }) => (
            <section key={id} className="grid gap-3">
              <h3 className="font-bold">{name === null ? t("elsewhere") : <bdi>{name}</bdi>}</h3>
              {own.map((tally) => (
                <TallyTable key={tally.currency} tally={tally} name={toName(tally.currency)} />
              ))}
            </section>
          ))}
        </section>
      )}
      <p className="text-small text-muted">{note}</p>
    </div>
  );
}

/** `CRC · colón costarricense`. */
function useCurrencyName() {
  const locale = useLocale();
  const t = useTranslations("close");
  return (currency: Close["currencies"][number]["currency"]) =>
    currency === null ? t("noAmount") : (nameCurrencies(locale, [currency])[0]?.label ?? currency);
}
