import type { ReactNode } from "react";
import { type BatchRow, isNoteProblem } from "@/lib/domain/payment-links/bulk/schema";
import { useLocale, useTranslations } from "@/lib/i18n/translations";
import { isCurrency } from "@/lib/money/currencies";
import { formatMoney } from "@/lib/money/format-money";
import { cellText } from "@/lib/spreadsheets/table";
import { PageLink } from "@/lib/ui/page-link";
import { toColumnLetter } from "./column-letter";

/** Rows with what is wrong with them by column, or what their links are. */
export function RowList({
  rows,
  hidden,
  toLink,
  describe,
  correct,
}: {
  rows: readonly BatchRow[];
  /** How many more there are. */
  hidden: number;
  /** The address of a link's page. */
  toLink: (id: string) => string;
  /** What else a row says; empty for nothing. */
  describe?: (row: BatchRow) => string;
  /** What is shown below a row to correct it. */
  correct?: (row: BatchRow) => ReactNode;
}) {
  const t = useTranslations("bulk");
  return (
    <div className="grid gap-2">
      <ul className="divide-y divide-line border-y border-line">
        {rows.map((row) => (
          <li key={row.place} className="grid gap-x-4 gap-y-0.5 py-2 sm:grid-cols-[5rem_1fr]">
            <span className="text-small text-muted tabular-nums">{t("row", { place: row.place })}</span>
            <div className="grid min-w-0 gap-0.5">
              <RowContent row={row} toLink={toLink} />
              {describe && (
                <p className="text-small text-muted wrap-anywhere empty:hidden">{describe(row)}</p>
              )}
              {correct?.(row)}
            </div>
          </li>
        ))}
      </ul>
      {hidden > 0 && <p className="text-small text-muted">{t("moreRows", { count: hidden })}</p>}
    </div>
  );
}

function RowContent({ row, toLink }: { row: BatchRow; toLink: (id: string) => string }) {
  const t = useTranslations("bulk");
  const problem = useTranslations("bulkProblem");
  const errors = useTranslations("errors");
  const locale = useLocale();
  const { problems, link, amountMinor, currency, description, sameAs, cells } = row;
  if (problems) {
    return problems.map(({ column, code }) => (
      <p key={`${column}${code}`} className="wrap-anywhere">
        <span className={`font-bold ${code === "row_is_total" ? "text-caution" : "text-danger"}`}>
          {isNoteProblem(code) ? errors(code) : problem(code)}
        </span>{" "}
        {column !== null && (
          <span className="text-small text-muted">
            {t("inColumn", { letter: toColumnLetter(column) })}
            {cellText(cells[column]) !== "" && (
              <>
                {": "}
                <bdi className="break-all">{cellText(cells[column]).slice(0, 80)}</bdi>
              </>
            )}
          </span>
        )}
      </p>
    ));
  }
  const text = (
    <>
      {amountMinor !== null && currency !== null && isCurrency(currency) && (
        <span className="font-bold tabular-nums">{formatMoney(amountMinor, currency, locale)}</span>
      )}{" "}
      <bdi className="wrap-anywhere">{description}</bdi>
    </>
  );
  return (
    <>
      {link ? (
        <PageLink href={toLink(link.id)} className="link touch w-fit">
          <span>{text}</span>
        </PageLink>
      ) : (
        <p>{text}</p>
      )}
      {sameAs !== null && <p className="text-small text-caution">{t("sameAs", { place: sameAs })}</p>}
      {link?.failureCode && link.state !== "ready" && (
        <p className="text-small text-danger">{errors(link.failureCode)}</p>
      )}
    </>
  );
}
