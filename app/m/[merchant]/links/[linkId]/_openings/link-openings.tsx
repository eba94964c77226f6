import { useLocale, useTranslations } from "next-intl";
import { isShareable, type PaymentLink } from "@/lib/domain/payment-links/schema";
import { Poll } from "@/lib/ui/poll";
import { TimeAgo } from "./time-ago";

/** A person waits so long at most beside an open page to see whether their customer has opened the link. */
const waitSeconds = 15 * 60;

/** Whether and when customers opened a link, as it happens: that is all that can be told of them. */
export function LinkOpenings({ link, isShort }: { link: PaymentLink; isShort: boolean }) {
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
      {isShareable(link) && <Poll everySeconds={4} forSeconds={waitSeconds} />}
    </p>
  );
}
