import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { modes } from "@/lib/core/mode";
import { type HistoryFilters, linkOrders } from "@/lib/domain/payment-links/history/parse-filters";
import { shownStates } from "@/lib/domain/payment-links/schema";
import type { CurrencyOption } from "@/lib/money/currency-names";
import { Icon } from "@/lib/ui/icon";
import { PageLink } from "@/lib/ui/page-link";
import { CurrencyOptions } from "./currency-options";
import { addressWith } from "./history-address";
import { searchFormId } from "./history-search";

export type Creator = { id: string; name: string };

/** The filters beside the search, folded away, with those in use listed in a line. */
export function HistoryFilterFields({
  path,
  filters,
  typed,
  isOpen,
  currencies,
  creators,
}: {
  path: string;
  filters: HistoryFilters;
  /** What the fields contain, even if it cannot be read. */
  typed: Readonly<Record<string, string | undefined>>;
  isOpen: boolean;
  /** Those in use. */
  currencies: CurrencyOption[];
  /** The people whose links can be selected; empty when there is only one. */
  creators: Creator[];
}) {
  const t = useTranslations("history");
  const desk = useTranslations("splitView");
  const modeNames = useTranslations("mode");
  const states = useTranslations("state");
  const locale = useLocale();
  const used = useUsedFilters(filters, creators);
  const { mode, state, currency, creator, tag, min, max, from, to, sort } = { ...typed, ...filters };
  return (
    <div className="@container flex flex-wrap items-start justify-between gap-x-6">
      <details key={JSON.stringify(typed)} open={isOpen} className="group min-w-0 open:w-full">
        <summary className="touch max-w-full list-none gap-2 text-small font-bold [&::-webkit-details-marker]:hidden">
          <Icon name="filter" className="size-4" />
          <span className="min-w-0">
            {used.length > 0 ? desk("filteredBy", { filters: used.join(", ") }) : t("filters")}
          </span>
          <Icon name="chevron" className="size-4 group-open:rotate-180" />
        </summary>
        <div className="grid grid-cols-2 gap-3 pt-2 pb-2 @2xl:grid-cols-4 @2xl:items-end">
          <Choice name="state" label={t("state")} selected={state} any={t("any")}>
            {shownStates.map((one) => (
              <option key={one} value={one}>
                {states(one)}
              </option>
            ))}
          </Choice>
          <Choice name="mode" label={t("mode")} selected={mode} any={t("any")}>
            {modes.map((one) => (
              <option key={one} value={one}>
                {modeNames(`${one}Name`)}
              </option>
            ))}
          </Choice>
          <Choice name="currency" label={t("currency")} selected={currency} any={t("any")}>
            <CurrencyOptions locale={locale} used={currencies} />
          </Choice>
          {creators.length > 0 && (
            <Choice name="creator" label={desk("creator")} selected={creator} any={t("any")}>
              {creators.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Choice>
          )}
          <Field type="date" name="from" label={t("from")} value={from} />
          <Field type="date" name="to" label={t("to")} value={to} />
          <Field inputMode="decimal" name="min" label={t("min")} value={min} />
          <Field inputMode="decimal" name="max" label={t("max")} value={max} />
          <Field name="tag" label={t("tag")} value={tag} />
          <Choice name="sort" label={t("sort")} selected={sort} any={t("orders.newest")}>
            {linkOrders.slice(1).map((one) => (
              <option key={one} value={one}>
                {t(`orders.${one}`)}
              </option>
            ))}
          </Choice>
          <button type="submit" form={searchFormId} className="button button-quiet self-end">
            {t("apply")}
          </button>
          <p className="col-span-full text-small text-muted">{t("payments")}</p>
        </div>
      </details>
      {(used.length > 0 || isOpen) && (
        <PageLink href={addressWith(path, { q: filters.q })} className="link touch text-small">
          {t("clear")}
        </PageLink>
      )}
    </div>
  );
}

/** The filters in use, in words. */
function useUsedFilters(
  { mode, state, currency, creator, tag, min, max, from, to, sort }: HistoryFilters,
  creators: Creator[],
) {
  const t = useTranslations("history");
  const modeNames = useTranslations("mode");
  const states = useTranslations("state");
  const format = useFormatter();
  const day = (text: string) => format.dateTime(new Date(text), { dateStyle: "medium", timeZone: "UTC" });
  return [
    state && states(state),
    mode && modeNames(`${mode}Name`),
    currency,
    creators.find(({ id }) => id === creator)?.name,
    from && `${t("from")} ${day(from)}`,
    to && `${t("to")} ${day(to)}`,
    min && `${t("min")} ${min}`,
    max && `${t("max")} ${max}`,
    tag && `${t("tag")} ${tag}`,
    sort && sort !== "newest" && t(`orders.${sort}`),
  ].filter((labels) => labels !== undefined);
}

function Choice({
  name,
  label,
  selected,
  any,
  children,
}: {
  name: string;
  label: string;
  selected: string | undefined;
  any: string;
  children: ReactNode;
}) {
  return (
    <label className="grid min-w-0 grid-cols-1 gap-1 text-small font-bold">
      {label}
      <select
        name={name}
        form={searchFormId}
        defaultValue={selected ?? ""}
        className="input pl-3 font-normal"
      >
        <option value="">{any}</option>
        {children}
      </select>
    </label>
  );
}

function Field({
  label,
  value,
  ...input
}: {
  name: string;
  label: string;
  value: string | undefined;
  type?: "date";
  inputMode?: "decimal";
}) {
  return (
    <label className="grid min-w-0 grid-cols-1 gap-1 text-small font-bold">
      {label}
      <input
        {...input}
        form={searchFormId}
        defaultValue={value ?? ""}
        autoComplete="off"
        className="input px-3 font-normal"
      />
    </label>
  );
}
