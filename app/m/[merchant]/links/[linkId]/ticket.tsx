import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { PaymentLink } from "@/lib/payment-links/schema";
import { qrPicture } from "@/lib/qr/qr-picture";
import { qrPaths } from "@/lib/qr/qr-svg";
import { Icon } from "@/lib/ui/icon";
import { ModeTag } from "@/lib/ui/mode-tag";
import { HeroMoney } from "@/lib/ui/money";
import { RefreshWhile } from "@/lib/ui/refresh-while";

/** The one object of a link's page: what is to be paid, for what, and where. */
export function Ticket({ link, path, inboxPath }: { link: PaymentLink; path: string; inboxPath: string }) {
  const t = useTranslations("link");
  const { amountMinor, currency, description } = link;
  return (
    <section className="arrive grid gap-5 rounded-box border border-line bg-surface p-(--ticket-padding) [--ticket-padding:1.25rem]">
      <div className="grid gap-3">
        <ModeTag mode={link.mode} />
        {amountMinor === null || !currency ? (
          <p className="text-title font-bold text-muted">{t("noAmount")}</p>
        ) : (
          <HeroMoney amountMinor={amountMinor} currency={currency} />
        )}
        <p dir="auto" className="wrap-anywhere">
          {description ?? t("noDescription")}
          {link.reference && (
            <span className="ml-2 whitespace-nowrap font-mono text-small text-muted">
              {t("reference", { reference: link.reference })}
            </span>
          )}
        </p>
        {link.active === false && <p className="text-small font-bold text-caution">{t("inactive")}</p>}
      </div>
      <div className="perforation" />
      {link.state === "ready" && link.url ? (
        <Payable url={link.url} link={link} />
      ) : (
        <NotPayable link={link} path={path} inboxPath={inboxPath} />
      )}
    </section>
  );
}

function Payable({ url, link }: { url: string; link: PaymentLink }) {
  const t = useTranslations("link");
  const { viewBox, paths } = qrPaths(qrPicture({ text: url, mode: link.mode }));
  return (
    <div className="grid gap-4">
      <svg
        role="img"
        aria-label={t("qr")}
        viewBox={viewBox}
        shapeRendering="crispEdges"
        className="mx-auto w-full max-w-68 rounded-box bg-white p-1"
      >
        {paths.map(({ fill, d }) => (
          <path key={fill} fill={fill} d={d} />
        ))}
      </svg>
      <a
        href={url}
        target="_blank"
        rel="noreferrer"
        className="touch justify-center text-center font-mono text-small no-underline wrap-anywhere"
      >
        {url}
      </a>
    </div>
  );
}

/** Why there is nothing to scan yet, or ever. */
function NotPayable({ link, path, inboxPath }: { link: PaymentLink; path: string; inboxPath: string }) {
  const t = useTranslations("link");
  const errors = useTranslations("errors");
  if (link.state === "sending") {
    return (
      <Notice icon="clock" title={t("sendingTitle")} text={t("sendingText")}>
        <RefreshWhile path={path} everySeconds={1} />
      </Notice>
    );
  }
  if (link.state === "unknown") {
    return (
      <Notice icon="question" title={t("unknownTitle")} text={t("unknownText")}>
        <Link href={inboxPath} className="link touch">
          {t("toInbox")}
        </Link>
        <RefreshWhile path={path} everySeconds={3} />
      </Notice>
    );
  }
  return (
    <Notice icon="cross" title={t("rejectedTitle")} text={link.failureCode ? errors(link.failureCode) : ""} />
  );
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
