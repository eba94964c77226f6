import { Fold } from "@/app/_fold/fold";
import { clockIn } from "@/lib/core/local-time";
import { isExpired, type PaymentLink } from "@/lib/domain/payment-links/schema";
import { useTranslations } from "@/lib/i18n/translations";
import { toExpiryLabels } from "@/lib/ui/link-fields/expiry-options";
import { useMoments } from "@/lib/ui/moments/use-moments";
import { ExpiryForm } from "./expiry-form";

type Props = {
  link: PaymentLink;
  merchant: { timeZone: string; linkExpiry: string };
  /** Whether customers may have upstream's own address. */
  isUpstreamOut: boolean;
  mayChange: boolean;
  /** Another one after each save, so that the form begins anew. */
  savedKey: string;
};

/** The last moment at which it can be paid, so that the end of a day has that day's date. */
export function lastMoment(expiresAt: Date): Date {
  return new Date(expiresAt.getTime() - 1);
}

/** When a link expires, and folded away how to change that. */
export function LinkExpiry({ link, merchant, isUpstreamOut, mayChange, savedKey }: Props) {
  const t = useTranslations("expiry");
  const { toText } = useMoments(merchant.timeZone);
  const { id, expiresAt } = link;
  const said = expiresAt === null ? t("neverOn") : t("on", { when: toText(lastMoment(expiresAt)) });
  if (!mayChange) return expiresAt && <p className="text-small">{said}</p>;
  return (
    <Fold forms={["expiry"]} className="open:w-full">
      <summary className="fold link i-clock">{said}</summary>
      <div className="grid gap-3 pt-2 pb-4">
        <p className="text-small">{t("text")}</p>
        <p className="border-l-2 border-caution pl-4 text-small">
          {isUpstreamOut ? t("upstream") : t("opened")}
        </p>
        <ExpiryForm
          key={savedKey}
          values={{
            linkId: id,
            expiry: expiresAt === null ? "none" : "date",
            expiryDay:
              expiresAt === null
                ? ""
                : clockIn(merchant.timeZone).toDateAndTime(lastMoment(expiresAt)).slice(0, 10),
          }}
          labels={{ ...toExpiryLabels(t), submit: t("save"), pending: t("saving") }}
        />
      </div>
    </Fold>
  );
}

/** Says that a link has expired, and reopens it. */
export function ExpiredNotice({ link, merchant, isUpstreamOut, mayChange, savedKey }: Props) {
  const t = useTranslations("expiry");
  const { toText } = useMoments(merchant.timeZone);
  if (link.expiresAt === null || !isExpired(link)) return null;
  return (
    <section id="expired" className="grid scroll-mt-20 gap-2 border-l-2 border-caution pl-4">
      <div role="status">
        <p className="font-bold">{t("expiredOn", { when: toText(lastMoment(link.expiresAt)) })}</p>
        <p className="text-small text-muted">{t("expiredText")}</p>
      </div>
      <p className="text-small">{isUpstreamOut ? t("upstream") : t("opened")}</p>
      {mayChange && (
        <ExpiryForm
          key={savedKey}
          values={{ linkId: link.id, expiry: merchant.linkExpiry, expiryDay: "" }}
          labels={{ ...toExpiryLabels(t), submit: t("reopen"), pending: t("reopening") }}
        />
      )}
    </section>
  );
}
