import { isolate } from "@/lib/core/isolate";
import { merchantPaths } from "@/lib/core/merchant-paths";
import { type BatchSummary, type DraftSummary, getRows } from "@/lib/domain/payment-links/bulk/get-batch";
import { rowNotesReader } from "@/lib/domain/payment-links/bulk/read-row-notes";
import type { ColumnRole } from "@/lib/domain/payment-links/bulk/schema";
import { listUsedCurrencies } from "@/lib/domain/payment-links/create/list-used-currencies";
import type { LinkNotes, NotesField } from "@/lib/domain/payment-links/notes/schema";
import { getLocale, getTranslations } from "@/lib/i18n/translations";
import { cellText } from "@/lib/spreadsheets/table";
import { CurrencySums } from "@/lib/ui/currency-sums";
import { ActionButton } from "@/lib/ui/form/action-button";
import { getMoments } from "@/lib/ui/moments/use-moments";
import type { Member } from "@/lib/web/require-member";
import { discard, start } from "../actions";
import { CellForm } from "./cell-form";
import { toColumnLetter } from "./column-letter";
import { LayoutForm } from "./layout-form";
import { RowList } from "./row-list";
import { TotalRows } from "./total-rows";

/** As many rows as people look through on a page; the file has all of them. */
const shown = { problems: 100, good: 5, repeated: 20, totals: 20 };

type Props = { member: Member; summary: DraftSummary };

/** A table of which nothing was created yet: how it was read, every problem, and the button that creates its links. */
export async function Draft({ member, summary }: Props) {
  const { batch, counts, sameTable, sums } = summary;
  const { view, merchant, merchantId } = member;
  const t = await getTranslations("bulk");
  const mode = await getTranslations("mode");
  const [problems, totals, good, repeated] = await Promise.all([
    getRows(view, batch.id, { filter: "wrong", limit: shown.problems }),
    getRows(view, batch.id, { filter: "totals", limit: shown.totals }),
    getRows(view, batch.id, { filter: "good", limit: shown.good }),
    getRows(view, batch.id, { filter: "repeated", limit: shown.repeated }),
  ]);
  const toLink = merchantPaths(merchant.slug).link;
  const { hiddenRows, sheet, rowsAbove } = batch.notes;
  const readNotes = rowNotesReader(batch.layout);
  return (
    <>
      <section className="grid gap-4">
        <h2>{t("columns")}</h2>
        <Columns {...{ member, batch, counts }} />
      </section>
      {(hiddenRows || sheet || rowsAbove || sameTable || counts.repeated > 0) && (
        <ul className="grid gap-2 font-bold text-caution">
          {sameTable && (
            <li>
              {t("sameTable", {
                when: (await getMoments(merchant.timeZone)).toText(sameTable.startedAt),
              })}
            </li>
          )}
          {hiddenRows && <li>{t("hiddenRows", { count: hiddenRows })}</li>}
          {rowsAbove && <li>{t("rowsAbove", { count: rowsAbove })}</li>}
          {sheet && <li>{t("sheet", { name: isolate(sheet) })}</li>}
          {counts.repeated > 0 && <li>{t("repeated", { count: counts.repeated })}</li>}
        </ul>
      )}
      {problems.length > 0 && (
        <section className="grid gap-3">
          <h2>{t("wrong", { count: counts.invalid - counts.totals })}</h2>
          <RowList
            rows={problems}
            hidden={counts.invalid - counts.totals - problems.length}
            toLink={toLink}
            correct={({ place, cells, problems: found }) => {
              const columns = (found ?? []).flatMap(({ column }) => (column === null ? [] : [column]));
              const wrong = [...new Set(columns)];
              return (
                wrong.length > 0 && (
                  <CellForm
                    key={`${place} ${JSON.stringify(found)} ${wrong.map((column) => cellText(cells[column]))}`}
                    {...{ batchId: batch.id, version: String(batch.version), place: String(place) }}
                    cells={wrong.map((column) => ({
                      column,
                      text: cellText(cells[column]),
                      label: t("column", { letter: toColumnLetter(column) }),
                    }))}
                    labels={{ submit: t("correct"), pending: t("checking") }}
                  />
                )
              );
            }}
          />
        </section>
      )}
      <TotalRows summary={summary} rows={totals} toLink={toLink} />
      {repeated.length > 0 && (
        <RowList rows={repeated} hidden={counts.repeated - repeated.length} toLink={toLink} />
      )}
      <section className="grid gap-3">
        <div>
          <h2>{t("good", { count: counts.pending })}</h2>
          <p className="text-muted empty:hidden">
            <CurrencySums sums={sums} />
          </p>
        </div>
        {good.length > 0 && (
          <RowList
            rows={good}
            hidden={counts.pending - good.length}
            toLink={toLink}
            describe={({ cells }) => {
              const notes = readNotes(cells);
              return notes.ok ? describeNotes(notes.value) : "";
            }}
          />
        )}
        {counts.pending > 0 && (
          <ActionButton
            action={start}
            name="start"
            fields={{
              ...{ batchId: batch.id, version: String(batch.version) },
              ...{ mode: batch.mode, business: merchantId },
            }}
            pending={t("creating")}
          >
            {t("create", { count: counts.pending, mode: mode(batch.mode) })}
          </ActionButton>
        )}
        <ActionButton
          action={discard}
          name="discard"
          fields={{ batchId: batch.id }}
          pending={t("discarding")}
          className="button-quiet"
        >
          {t("discard")}
        </ActionButton>
      </section>
    </>
  );
}

function describeNotes({ customerName, customerPhone, customerReference, tags, note }: LinkNotes): string {
  const marked = tags.map((tag) => `#${tag}`);
  return [customerName, customerPhone, customerReference, ...marked, note]
    .filter(Boolean)
    .map(isolate)
    .join(" · ");
}

async function Columns({
  member,
  batch: { id, version, layout, header },
}: Pick<Props, "member"> & BatchSummary) {
  const t = await getTranslations("bulk");
  const notes = await getTranslations("notes");
  const field = await getTranslations("notesField");
  const locale = await getLocale();
  const places = (role: ColumnRole) =>
    layout.columns.flatMap((found, column) => (found === role ? [String(column)] : []));
  const place = (role: ColumnRole) => places(role)[0] ?? "";
  const noted = (name: NotesField) => String(layout.noteColumns[name] ?? "");
  const [description = "", description2 = ""] = places("description");
  const names = layout.columns.map((_, column) => {
    const [letter, name] = [toColumnLetter(column), cellText(header?.[column]).slice(0, 40)];
    return name ? t("columnNamed", { letter, name: isolate(name) }) : t("column", { letter });
  });
  return (
    <LayoutForm
      key={version}
      values={{
        ...{ amount: place("amount"), currencyColumn: place("currency") },
        ...{ description, description2, currency: layout.currency, decimalMark: layout.decimalMark },
        ...{ customerName: noted("customerName"), customerPhone: noted("customerPhone") },
        ...{ customerReference: noted("customerReference"), tags: noted("tags"), note: noted("note") },
        header: layout.hasHeader ? "on" : "",
      }}
      hidden={{ batchId: id, version: String(version), width: String(layout.columns.length) }}
      columns={names}
      currencies={{ locale, used: await listUsedCurrencies(member) }}
      labels={{
        ...{ amount: t("amount"), currencyColumn: t("currencyColumn"), none: t("none") },
        ...{ description: t("description"), description2: t("description2") },
        ...{ currency: t("currency"), decimals: t("decimals"), comma: t("comma"), point: t("point") },
        ...{ header: t("header"), headerHint: t("headerHint") },
        ...{ notes: notes("title"), notesHint: notes("private"), note: field("note"), tags: field("tags") },
        ...{ customerName: field("customerName"), customerPhone: field("customerPhone") },
        customerReference: field("customerReference"),
        ...{ submit: t("checkAgain"), pending: t("checking") },
      }}
    />
  );
}
