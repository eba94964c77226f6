import { addressWith } from "@/lib/core/address-with";
import { modes } from "@/lib/core/mode";
import { type HistoryFilters, linkOrders } from "@/lib/domain/payment-links/history/parse-filters";
import { shownStates } from "@/lib/domain/payment-links/schema";
import { useFormatter, useLocale, useTranslations } from "@/lib/i18n/translations";
import type { CurrencyOption } from "@/lib/money/currency-names";
import { PageLink } from "@/lib/ui/page-link";
import { type FilterField, FilterFields } from "./filter-fields";

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
  const { q: _q, ...own } = typed;
  const { mode, state, currency, creator, tag, min, max, from, to, sort } = { ...typed, ...filters };
  const any: [string, string] = ["", t("any")];
  const fields: FilterField[] = [
    ["state", t("state"), state ?? "", [any, ...shownStates.map((one) => pair(one, states(one)))]],
    ["mode", t("mode"), mode ?? "", [any, ...modes.map((one) => pair(one, modeNames(`${one}Name`)))]],
    ["currency", t("currency"), currency ?? "", [any]],
    ...listCreators(desk("creator"), creator, any, creators),
    ["from", t("from"), from ?? "", "date"],
    ["to", t("to"), to ?? "", "date"],
    ["min", t("min"), min ?? "", "decimal"],
    ["max", t("max"), max ?? "", "decimal"],
    ["tag", t("tag"), tag ?? "", "text"],
    [
      "sort",
      t("sort"),
      sort ?? "",
      linkOrders.map((one, at) => pair(at === 0 ? "" : one, t(`orders.${one}`))),
    ],
  ];
  return (
    <div className="@container flex flex-wrap items-start justify-between gap-x-6">
      <FilterFields
        // They are drawn anew with other filters. The answer to a search leaves what is typed in them.
        key={JSON.stringify(own)}
        summary={used.length > 0 ? desk("filteredBy", { filters: used.join(", ") }) : t("filters")}
        labels={{ apply: t("apply"), payments: t("payments") }}
        {...{ isOpen, currencies, locale }}
        fields={JSON.stringify(fields)}
      />
      {(used.length > 0 || isOpen) && (
        <PageLink href={addressWith(path, { q: filters.q })} className="link touch text-small">
          {t("clear")}
        </PageLink>
      )}
    </div>
  );
}

/** The filter by creator; none where there is nobody to choose from. */
function listCreators(
  label: string,
  value: string | undefined,
  any: [string, string],
  creators: Creator[],
): FilterField[] {
  if (creators.length === 0) return [];
  return [["creator", label, value ?? "", [any, ...creators.map(({ id, name }) => pair(id, name))]]];
}

function pair(value: string, label: string): [string, string] {
  return [value, label];
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
