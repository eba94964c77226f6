import Form from "next/form";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { currencies } from "@/lib/currencies";
import { modes } from "@/lib/mode";
import type { HistoryFilters } from "@/lib/payment-links/history-filters";
import { linkStates } from "@/lib/payment-links/schema";
import { Icon } from "@/lib/ui/icon";

/** Search in sight, the other filters folded away until one is used. All of it lives in the address. */
export function HistoryFilterForm({ path, filters }: { path: string; filters: HistoryFilters }) {
  const t = useTranslations("history");
  const modeNames = useTranslations("mode");
  const states = useTranslations("state");
  const { q, mode, state, currency, from, to } = filters;
  const isFiltered = Boolean(mode || state || currency || from || to);
  return (
    // The key makes the fields follow the address, as when filters are cleared.
    <Form action={path} key={JSON.stringify(filters)} className="grid gap-3">
      <div className="relative max-w-xl">
        <Icon name="search" className="pointer-events-none absolute top-3.5 left-3.5 size-5 text-muted" />
        <input
          type="search"
          name="q"
          aria-label={t("search")}
          placeholder={t("searchHint")}
          defaultValue={q ?? ""}
          autoComplete="off"
          enterKeyHint="search"
          className="input pl-11"
        />
      </div>
      <details open={isFiltered} className="group">
        <summary className="touch w-fit list-none gap-2 text-small font-bold [&::-webkit-details-marker]:hidden">
          <Icon name="filter" className="size-4" />
          {t("filters")}
          <Icon name="chevron" className="size-4 group-open:rotate-180" />
        </summary>
        <div className="grid grid-cols-2 gap-3 pt-2 lg:grid-cols-6 lg:items-end">
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
          <button type="submit" className="button button-quiet self-end">
            {t("apply")}
          </button>
          {isFiltered && (
            <Link href={path} className="link touch text-small">
              {t("clear")}
            </Link>
          )}
        </div>
      </details>
    </Form>
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
      <select name={name} defaultValue={selected ?? ""} className="input px-3 font-normal">
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
      <input type="date" name={name} defaultValue={day ?? ""} className="input px-3 font-normal" />
    </label>
  );
}
