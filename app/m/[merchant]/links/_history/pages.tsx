import Link from "next/link";
import { useTranslations } from "next-intl";
import { type HistoryPage, lastPlace } from "@/lib/domain/payment-links/history/list-history";
import type { LinkOrder } from "@/lib/domain/payment-links/history/parse-filters";

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
          <Link href={toAddress({})} className="link touch">
            {isNewestFirst ? t("newest") : t("firstPage")}
          </Link>
          <Link href={toAddress({ before: previousBefore })} data-newer="" className="link touch">
            {isNewestFirst ? t("newer") : t("previousPage")}
          </Link>
        </>
      )}
      {nextAfter && (
        <span className="ml-auto flex gap-x-6">
          <Link href={toAddress({ after: nextAfter })} data-older="" className="link touch">
            {isNewestFirst ? t("older") : t("nextPage")}
          </Link>
          <Link href={toAddress({ before: lastPlace(order) })} className="link touch">
            {isNewestFirst ? t("oldest") : t("lastPage")}
          </Link>
        </span>
      )}
    </nav>
  );
}
