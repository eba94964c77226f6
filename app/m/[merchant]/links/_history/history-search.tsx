import { useTranslations } from "@/lib/i18n/translations";
import { AddressForm } from "@/lib/ui/form/address-form";
import { searchFormId } from "./search-form-id";
import { SearchInput } from "./search-input";

/** A search form; everything that is searched for is in the address. */
export function HistorySearch({
  path,
  typed,
  withKeys,
}: {
  path: string;
  /** What the fields contain, even if it cannot be read. */
  typed: Readonly<Record<string, string | undefined>>;
  withKeys: boolean;
}) {
  const t = useTranslations("history");
  return (
    <AddressForm id={searchFormId} action={path} role="search" className="search">
      <SearchInput
        typed={typed.q ?? ""}
        labels={{ search: t("search"), hint: t("searchHint") }}
        withKeys={withKeys}
      />
      {withKeys && (
        <span aria-hidden="true" className="key search-key">
          /
        </span>
      )}
    </AddressForm>
  );
}
