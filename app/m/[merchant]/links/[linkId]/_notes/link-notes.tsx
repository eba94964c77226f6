import type { ReactNode } from "react";
import { Fold } from "@/app/_fold/fold";
import { changeLinkNotes, removeLinkCustomer } from "@/app/m/[merchant]/links/[linkId]/_notes/actions";
import { addressWith } from "@/lib/core/address-with";
import { callingCode, parsePhone } from "@/lib/core/phone";
import { customerFields, type LinkNotes as Notes } from "@/lib/domain/payment-links/notes/schema";
import { useLocale, useTranslations } from "@/lib/i18n/translations";
import { getRegion } from "@/lib/money/region";
import { ActionButton } from "@/lib/ui/form/action-button";
import { PageLink } from "@/lib/ui/page-link";
import { NotesForm } from "./notes-form";
import { toNotesForm } from "./to-notes-form";

type Props = {
  linkId: string;
  notes: Notes;
  usedTags: string[];
  merchant: { timeZone: string; defaultCurrency: string };
  /** The filters of the history in which the link was opened. */
  search: Readonly<Record<string, string | undefined>>;
  historyPath: string;
  mayChange: boolean;
  /** Another one after each save, so that the form begins anew; what is typed stays when only the page is new. */
  savedKey: string;
};

/** The note, the tags and the customer of a link, and the form that changes them. */
export function LinkNotes(props: Props) {
  const { linkId, notes, mayChange, historyPath } = props;
  const t = useTranslations("notes");
  const names = useTranslations("notesField");
  const labels = useNotesLabels(props.merchant);
  const { note, tags, customerName, customerPhone, customerReference } = notes;
  const isEmpty = Object.values(notes).every((value) => value.length === 0);
  if (isEmpty && !mayChange) return null;
  const phone = parsePhone(customerPhone, null);
  const search = addressWith("", props.search);
  const fact = (name: string, value: ReactNode) => (
    <div className="grid gap-x-4 sm:grid-cols-[9rem_minmax(0,1fr)]">
      <dt className="text-muted">{name}</dt>
      <dd className="min-w-0 wrap-anywhere whitespace-pre-line">{value}</dd>
    </div>
  );
  return (
    <section aria-label={t("title")} className="grid gap-2 text-small">
      {!isEmpty && (
        <dl className="grid gap-2">
          {customerName && fact(names("customerName"), <bdi>{customerName}</bdi>)}
          {customerPhone &&
            fact(names("customerPhone"), <bdi dir="ltr">{phone.ok ? phone.value.shown : customerPhone}</bdi>)}
          {customerReference && fact(names("customerReference"), <bdi>{customerReference}</bdi>)}
          {tags.length > 0 &&
            fact(
              names("tags"),
              <span className="flex flex-wrap gap-x-3">
                {tags.map((tag) => (
                  <PageLink key={tag} href={addressWith(historyPath, { tag })} className="link">
                    <bdi>{tag}</bdi>
                  </PageLink>
                ))}
              </span>,
            )}
          {note && fact(names("note"), <span dir="auto">{note}</span>)}
        </dl>
      )}
      {mayChange && (
        <NotesForm
          key={props.savedKey}
          action={changeLinkNotes}
          values={{ ...toNotesForm(notes), linkId, search }}
          usedTags={props.usedTags}
          labels={{ ...labels, open: isEmpty ? t("add") : t("change") }}
        />
      )}
      {mayChange && customerFields.some((field) => notes[field] !== "") && (
        <Fold forms={["remove-customer"]} className="group">
          <summary className="link touch w-fit list-none text-small [&::-webkit-details-marker]:hidden">
            {t("remove")}
          </summary>
          <div className="grid gap-2 pt-2 pb-4">
            <p className="text-muted">{t("removeText")}</p>
            <ActionButton
              action={removeLinkCustomer}
              name="remove-customer"
              pending={t("removing")}
              className="button-quiet"
              fields={{ linkId, search }}
            >
              {t("remove")}
            </ActionButton>
          </div>
        </Fold>
      )}
    </section>
  );
}

function useNotesLabels({ timeZone, defaultCurrency }: Props["merchant"]) {
  const t = useTranslations("notes");
  const names = useTranslations("notesField");
  const { region } = new Intl.Locale(useLocale());
  const country = getRegion({ timeZone, currency: defaultCurrency }) ?? region ?? null;
  const code = country && callingCode(country);
  return {
    note: names("note"),
    tags: names("tags"),
    customerName: names("customerName"),
    customerPhone: names("customerPhone"),
    customerReference: names("customerReference"),
    tagsHint: t("tagsHint"),
    // The tag is filled in by the browser.
    addTag: t("addTag", { tag: "{tag}" }),
    phoneHint: code ? t("phoneHint", { code }) : t("phoneHintAny"),
    referenceHint: t("referenceHint"),
    private: t("private"),
    save: t("save"),
    saving: t("saving"),
  };
}
