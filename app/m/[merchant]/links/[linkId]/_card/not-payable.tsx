import type { ReactNode } from "react";
import { isExpired, type PaymentLink } from "@/lib/domain/payment-links/schema";
import { useTranslations } from "@/lib/i18n/translations";
import { Icon } from "@/lib/ui/icon";
import { PageLink } from "@/lib/ui/page-link";
import { RefreshWhile } from "@/lib/ui/refresh-while";

/** The page where a person decides about an unknown link, and whether it has candidates. */
export type LinkInbox = { path: string; hasCandidates: boolean };

/** Why there is no code to scan: not yet, no longer, or never. */
export function NotPayable({
  link,
  path,
  inbox,
}: {
  link: PaymentLink;
  path: string;
  inbox: LinkInbox | null;
}) {
  const t = useTranslations("link");
  const share = useTranslations("share");
  const errors = useTranslations("errors");
  switch (link.state) {
    case "sending":
      return (
        <Notice icon="clock" title={t("sendingTitle")} text={t("sendingText")}>
          <RefreshWhile path={path} everySeconds={1} />
        </Notice>
      );
    case "unknown":
      return (
        <Notice icon="question" title={t("unknownTitle")} text={t("unknownText")}>
          {inbox && (
            <PageLink href={inbox.path} className="link touch">
              {inbox.hasCandidates ? t("toCandidates") : t("toInbox")}
            </PageLink>
          )}
          <RefreshWhile path={path} everySeconds={3} />
        </Notice>
      );
    case "rejected": {
      const why = link.failureCode ? errors(link.failureCode) : "";
      return <Notice icon="cross" title={t("rejectedTitle")} text={why} />;
    }
    case "abandoned":
      return <Notice icon="cross" title={share("abandonedTitle")} text={share("abandonedText")} />;
    case "ready":
      // The page says above who cancelled it, that it has expired, or that its code leads elsewhere.
      if (link.cancelledAt !== null || isExpired(link) || link.pointsToCode !== null)
        return <p className="font-mono text-small text-muted wrap-anywhere">{link.address}</p>;
      return (
        <Notice icon="cross" title={share("inactiveTitle")} text={share("inactiveText")}>
          {link.url && <p className="pt-2 font-mono text-small text-muted wrap-anywhere">{link.url}</p>}
        </Notice>
      );
  }
}

function Notice({
  icon,
  title,
  text,
  children,
}: {
  icon: "clock" | "question" | "cross";
  title: string;
  text: string;
  children?: ReactNode;
}) {
  return (
    <div role="status" className="grid grid-cols-[auto_1fr] gap-3">
      <Icon name={icon} className="mt-0.5 size-6" />
      <div className="grid gap-1">
        <h2>{title}</h2>
        <p className="text-muted">{text}</p>
        {children}
      </div>
    </div>
  );
}
