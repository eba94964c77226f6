import { isShareable, type PaymentLink } from "@/lib/domain/payment-links/schema";
import { useLocale, useTranslations } from "@/lib/i18n/translations";
import { TimeAgo } from "./time-ago";
import { WatchOpenings } from "./watch-openings";

/** Whether and when customers opened a link, as it happens: that is all that can be told of them. */
export function LinkOpenings({ link, path, isShort }: { link: PaymentLink; path: string; isShort: boolean }) {
  const t = useTranslations("opened");
  const locale = useLocale();
  const { lastOpenedAt, openedCount } = link;
  if (lastOpenedAt === null && !isShort) return null;
  return (
    <p className="text-small text-muted" title={t("hint")}>
      {lastOpenedAt === null ? (
        t("never")
      ) : (
        <TimeAgo
          at={lastOpenedAt.toISOString()}
          locale={locale}
          sentence={t("times", { count: openedCount, ago: "{ago}" })}
        />
      )}
      {isShareable(link) && <WatchOpenings address={`${path}/opened`} count={openedCount} />}
    </p>
  );
}
