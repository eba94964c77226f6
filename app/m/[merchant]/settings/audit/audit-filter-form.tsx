import { auditGroups, type LogPerson } from "@/lib/domain/audit/schema";
import { useTranslations } from "@/lib/i18n/translations";
import { AddressForm } from "@/lib/ui/form/address-form";
import { Labelled } from "@/lib/ui/labelled";
import { PageLink } from "@/lib/ui/page-link";

/** Filters the log by action, person and time. The filters are in the address. */
export function AuditFilterForm({
  path,
  typed,
  people,
}: {
  path: string;
  /** What the fields contain, even if it cannot be read. */
  typed: Readonly<Record<string, string | undefined>>;
  people: LogPerson[];
}) {
  const t = useTranslations("audit");
  const groups = useTranslations("auditGroup");
  const { group, person, from, to } = typed;
  return (
    // The key makes the fields follow the address, as when filters are cleared.
    <AddressForm
      action={path}
      key={JSON.stringify(typed)}
      className="grid grid-cols-2 gap-3 lg:grid-cols-5 lg:items-end"
    >
      <Labelled label={t("group")}>
        <select name="group" defaultValue={group ?? ""} className="input pl-3 font-normal">
          <option value="">{t("any")}</option>
          {auditGroups.map((one) => (
            <option key={one} value={one}>
              {groups(one)}
            </option>
          ))}
        </select>
      </Labelled>
      <Labelled label={t("person")}>
        <select name="person" defaultValue={person ?? ""} className="input pl-3 font-normal">
          <option value="">{t("any")}</option>
          {people.map(({ userId, name }) => (
            <option key={userId} value={userId}>
              {name}
            </option>
          ))}
        </select>
      </Labelled>
      <Labelled label={t("from")}>
        <input type="date" name="from" defaultValue={from ?? ""} className="input px-3 font-normal" />
      </Labelled>
      <Labelled label={t("to")}>
        <input type="date" name="to" defaultValue={to ?? ""} className="input px-3 font-normal" />
      </Labelled>
      <button type="submit" className="button button-quiet self-end">
        {t("apply")}
      </button>
      {Boolean(group || person || from || to) && (
        <PageLink href={path} className="link touch text-small">
          {t("clear")}
        </PageLink>
      )}
    </AddressForm>
  );
}
