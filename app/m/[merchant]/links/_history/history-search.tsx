import Form from "next/form";
import { useTranslations } from "next-intl";
import { Icon } from "@/lib/ui/icon";

/** The fields of the filters belong to it by this id: they scroll away, the search stays. */
export const searchFormId = "history-search";

/** All that is searched for lives in the address. */
export function HistorySearch({
  path,
  typed,
  withKeys,
}: {
  path: string;
  /** What the fields hold, whether it can be read or not. */
  typed: Readonly<Record<string, string | undefined>>;
  withKeys: boolean;
}) {
  const t = useTranslations("history");
  return (
    // The key makes the field follow the address, as when filters are cleared.
    <Form id={searchFormId} action={path} key={JSON.stringify(typed)} role="search" className="relative">
      <Icon name="search" className="pointer-events-none absolute top-3.5 left-3.5 size-5 text-muted" />
      <input
        type="search"
        name="q"
        aria-label={t("search")}
        placeholder={t("searchHint")}
        defaultValue={typed.q ?? ""}
        autoComplete="off"
        enterKeyHint="search"
        data-key="/"
        aria-keyshortcuts={withKeys ? "/" : undefined}
        className="peer input pl-11"
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
