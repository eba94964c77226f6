import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { currencies } from "@/lib/currencies";
import { modes } from "@/lib/mode";
import type { HistoryFilters } from "@/lib/payment-links/history-filters";
import { linkStates } from "@/lib/payment-links/schema";
import { Icon } from "@/lib/ui/icon";
import { searchFormId } from "./history-search";

/** The filters beside the search, folded away until one is used. */
export function HistoryFilterFields({ path, filters }: { path: string; filters: HistoryFilters }) {
  const t = useTranslations("history");
  const modeNames = useTranslations("mode");
  const states = useTranslations("state");
  const { mode, state, currency, from, to } = filters;
  const isFiltered = Boolean(mode || state || currency || from || to);
  return (
    <details open={isFiltered} key={JSON.stringify(filters)} className="group @container">
      <summary className="touch w-fit list-none gap-2 text-small font-bold [&::-webkit-details-marker]:hidden">
        <Icon name="filter" className="size-4" />
        {t("filters")}
        <Icon name="chevron" className="size-4 group-open:rotate-180" />
      </summary>
      <div className="grid grid-cols-2 gap-3 pt-2 @2xl:grid-cols-6 @2xl:items-end">
        <Choice name="mode" label={t("mode")} selected={mode} any={t("any")}>
          {modes.map((one) => (
            <option key={one} value={one}>
              {modeNames(`${one}Name`)}
            </option>
          ))}
        </Choice>
        <Choice name="state" label={t("state")} selected={state} any={t("any")}>
          {linkStates.map((one) => (
            <option key={one} value={one}>
              {states(one)}
            </option>
          ))}
        </Choice>
        <Choice name="currency" label={t("currency")} selected={currency} any={t("any")}>
          {currencies.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </Choice>
        <Day name="from" label={t("from")} day={from} />
        <Day name="to" label={t("to")} day={to} />
        <button type="submit" form={searchFormId} className="button button-quiet self-end">
          {t("apply")}
        </button>
        {isFiltered && (
          <Link href={path} className="link touch text-small">
            {t("clear")}
          </Link>
        )}
      </div>
    </details>
  );
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
        className="input px-3 font-normal"
      >
        <option value="">{any}</option>
        {children}
      </select>
    </label>
  );
}

function Day({ name, label, day }: { name: string; label: string; day: string | undefined }) {
  return (
    <label className="grid min-w-0 grid-cols-1 gap-1 text-small font-bold">
      {label}
      <input
        type="date"
        name={name}
        form={searchFormId}
        defaultValue={day ?? ""}
        className="input px-3 font-normal"
      />
    </label>
  );
}
