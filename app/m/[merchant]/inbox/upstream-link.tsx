import type { PaymentLink } from "@/lib/domain/payment-links/schema";
import { useTranslations } from "@/lib/i18n/translations";
import { Icon } from "@/lib/ui/icon";

/** Opens the pay page of a link found upstream, which shows its amount and description. */
export function UpstreamLink({ link }: { link: PaymentLink }) {
  const t = useTranslations("inbox");
  return (
    <a
      href={link.url ?? undefined}
      target="_blank"
      rel="noreferrer"
      className="touch min-w-0 flex-1 gap-2 no-underline"
    >
      <Icon name="external" />
      <span className="grid min-w-0">
        <span className="font-bold underline">{t("open")}</span>
        <span className="truncate font-mono text-small text-muted">{link.upstreamId}</span>
      </span>
    </a>
  );
}
