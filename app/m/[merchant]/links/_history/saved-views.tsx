import { Fold } from "@/app/_fold/fold";
import type { SavedView } from "@/lib/domain/payment-links/saved-views/schema";
import { useTranslations } from "@/lib/i18n/translations";
import { ActionButton } from "@/lib/ui/form/action-button";
import { SimpleForm } from "@/lib/ui/form/simple-form";
import { Icon } from "@/lib/ui/icon";
import { PageLink } from "@/lib/ui/page-link";
import { forgetView, saveView } from "./actions";

/**
 * The person's views of the history, each one tap away.
 * @param query what the history shows, as a view has it; empty where it shows everything.
 */
export function SavedViews({ path, views, query }: { path: string; views: SavedView[]; query: string }) {
  const t = useTranslations("views");
  if (views.length === 0) return null;
  return (
    <nav aria-label={t("title")} className="min-w-0">
      <ul className="strip">
        {views.map(({ id, name, query: own }) => (
          <li key={id} className="shrink-0">
            <PageLink
              href={`${path}?${own}`}
              title={name}
              aria-current={own === query ? "page" : undefined}
              className="flex min-h-11 max-w-56 items-center rounded-full border border-line bg-surface px-4 text-small no-underline aria-[current]:border-accent aria-[current]:font-bold"
            >
              <bdi className="truncate">{name}</bdi>
            </PageLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/**
 * What is shown now can be saved as a view, and the view that is shown can be removed.
 * @param query what the history shows, as a view has it; not empty.
 * @param isReadable whether it can be shown. A view may no longer be: of a person whose links one may not see any more.
 */
export function SaveView({
  views,
  query,
  isReadable,
}: {
  views: SavedView[];
  query: string;
  isReadable: boolean;
}) {
  const t = useTranslations("views");
  const shown = views.find((view) => view.query === query);
  if (shown)
    return (
      <div className="w-fit">
        <ActionButton
          key={shown.id}
          action={forgetView}
          name={`forget-${shown.id}`}
          fields={{ viewId: shown.id }}
          pending={t("removing")}
          className="button-quiet"
        >
          {t("remove")}
        </ActionButton>
      </div>
    );
  if (!isReadable) return null;
  return (
    // With another search it is another view, and the form is closed again.
    <Fold key={query} forms={["save-view"]} className="group">
      <summary className="touch w-fit list-none gap-2 text-small font-bold [&::-webkit-details-marker]:hidden">
        <Icon name="plus" className="size-4" />
        {t("save")}
      </summary>
      <div className="max-w-md pt-2 pb-4">
        <SimpleForm
          action={saveView}
          name="save-view"
          fields={[
            { name: "viewName", label: t("name"), type: "text", autoComplete: "off", hint: t("hint") },
          ]}
          submit={t("submit")}
          pending={t("saving")}
          className="button-quiet"
        >
          <input type="hidden" name="query" value={query} />
        </SimpleForm>
      </div>
    </Fold>
  );
}
