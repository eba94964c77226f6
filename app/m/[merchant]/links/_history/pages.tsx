import { type HistoryPage, lastPlace } from "@/lib/domain/payment-links/history/list-history";
import type { LinkOrder } from "@/lib/domain/payment-links/history/parse-filters";
import { useTranslations } from "@/lib/i18n/translations";
import { PageLink } from "@/lib/ui/page-link";

/** Links to the other pages, in both directions and to both ends. */
export function Pages({
  page: { nextAfter, previousBefore },
  order,
  toAddress,
}: {
  page: HistoryPage;
  order: LinkOrder;
  toAddress: (place: { after?: string; before?: string }) => string;
}) {
  const t = useTranslations("history");
  const desk = useTranslations("splitView");
  if (!nextAfter && !previousBefore) return null;
  const isNewestFirst = order === "newest";
  return (
    <nav aria-label={desk("pages")} className="flex flex-wrap gap-x-6">
      {previousBefore && (
        <>
          <PageLink href={toAddress({})} className="link touch">
            {isNewestFirst ? t("newest") : t("firstPage")}
          </PageLink>
          <PageLink href={toAddress({ before: previousBefore })} data-newer="" className="link touch">
            {isNewestFirst ? t("newer") : t("previousPage")}
          </PageLink>
        </>
      )}
      {nextAfter && (
        <span className="ml-auto flex gap-x-6">
          <PageLink href={toAddress({ after: nextAfter })} data-older="" className="link touch">
            {isNewestFirst ? t("older") : t("nextPage")}
          </PageLink>
          <PageLink href={toAddress({ before: lastPlace(order) })} className="link touch">
            {isNewestFirst ? t("oldest") : t("lastPage")}
          </PageLink>
        </span>
      )}
    </nav>
  );
}
