import Form from "next/form";
import { useTranslations } from "@/lib/i18n/translations";
import { Icon } from "@/lib/ui/icon";
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
    <Form id={searchFormId} action={path} prefetch={false} role="search" className="relative">
      <Icon name="search" className="pointer-events-none absolute top-3.5 left-3.5 size-5 text-muted" />
      <SearchInput
        typed={typed.q ?? ""}
        labels={{ search: t("search"), hint: t("searchHint") }}
        withKeys={withKeys}
      />
      {withKeys && (
        <span
          aria-hidden="true"
          className="pointer-events-none absolute top-3 right-3.5 peer-not-placeholder-shown:hidden peer-focus:hidden max-desk:hidden"
        >
          <kbd className="key">/</kbd>
        </span>
      )}
    </Form>
  );
}
