import type { Name } from "@/lib/domain/members/list-names";
import { useTranslations } from "@/lib/i18n/translations";
import { AddressForm } from "@/lib/ui/form/address-form";
import { Labelled } from "@/lib/ui/labelled";

/** Which day, whose links, and which part of the day. All of it is in the address. */
export function CloseForm({
  path,
  typed,
  people,
  latest,
}: {
  path: string;
  /** What the fields contain, even if it cannot be read. */
  typed: Readonly<Record<string, string | undefined>>;
  /** Nobody to choose from where a person sees only their own links, or is alone. */
  people: Name[];
  /** Today, on the merchant's clock. */
  latest: string;
}) {
  const t = useTranslations("close");
  const { day, from, to, person } = typed;
  return (
    // The key makes the fields follow the address.
    <AddressForm
      action={path}
      key={JSON.stringify(typed)}
      className="grid grid-cols-2 items-end gap-3 sm:grid-cols-4"
    >
      <Labelled label={t("day")}>
        <input
          type="date"
          name="day"
          max={latest}
          defaultValue={day ?? latest}
          className="input px-3 font-normal"
        />
      </Labelled>
      {people.length > 1 && (
        <Labelled label={t("person")}>
          <select name="person" defaultValue={person ?? ""} className="input pl-3 font-normal">
            <option value="">{t("everybody")}</option>
            {people.map(({ userId, name }) => (
              <option key={userId} value={userId}>
                {name}
              </option>
            ))}
          </select>
        </Labelled>
      )}
      <details open={Boolean(from || to)} className="open:col-span-full">
        <summary className="link touch min-h-12 text-small">{t("shift")}</summary>
        <div className="grid max-w-sm grid-cols-2 gap-3 py-2">
          <Labelled label={t("from")}>
            <input type="time" name="from" defaultValue={from ?? ""} className="input px-3 font-normal" />
          </Labelled>
          <Labelled label={t("to")}>
            <input type="time" name="to" defaultValue={to ?? ""} className="input px-3 font-normal" />
          </Labelled>
          <p className="col-span-full text-small text-muted">{t("night")}</p>
        </div>
      </details>
      <button type="submit" className="button button-quiet">
        {t("show")}
      </button>
    </AddressForm>
  );
}
