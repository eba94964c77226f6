import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { may } from "@/lib/auth/permissions";
import { requireMember } from "@/lib/auth/require-member";
import { formatMoney } from "@/lib/format-money";
import type { PaymentLink } from "@/lib/payment-links/schema";
import { paymentLinkOf } from "@/lib/payment-links/service";
import { timelineOf } from "@/lib/payment-links/timeline";
import { Icon } from "@/lib/ui/icon";
import { StateBadge } from "@/lib/ui/state-badge";
import { isUuid } from "@/lib/uuid";
import { ShareRow } from "./share-row";
import { Ticket } from "./ticket";
import { Timeline } from "./timeline";

type Props = PageProps<"/m/[merchant]/links/[linkId]">;

async function load({ params }: Props) {
  const { merchant: slug, linkId } = await params;
  const member = await requireMember(slug, "links:read");
  const link = isUuid(linkId) ? await paymentLinkOf(member.view, linkId) : null;
  return link ? { ...member, link, path: `/m/${member.merchant.slug}/links/${link.id}` } : notFound();
}

async function amountText({ amountMinor, currency }: PaymentLink): Promise<string> {
  const t = await getTranslations("link");
  return amountMinor === null || !currency
    ? t("noAmount")
    : formatMoney(amountMinor, currency, await getLocale());
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { link } = await load(props);
  return { title: (await getTranslations("link"))("title", { amount: await amountText(link) }) };
}

export default async function LinkPage(props: Props) {
  const { merchant, merchantId, role, link, path } = await load(props);
  const t = await getTranslations("link");
  const format = await getFormatter();
  const when = format.dateTime(link.createdAt, {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: merchant.timeZone,
  });
  const again = may(role, "links:create") ? `/m/${merchant.slug}/links/new` : null;
  const quiet = "link touch gap-2 text-small";
  return (
    <article className="grid max-w-md gap-5 max-lg:mx-auto">
      <h1 className="sr-only">{t("title", { amount: await amountText(link) })}</h1>
      <Ticket link={link} path={path} inboxPath={`/m/${merchant.slug}/inbox`} />
      {link.url && link.state === "ready" && (
        <ShareRow
          url={link.url}
          text={t("shareText", {
            merchant: merchant.name,
            amount: await amountText(link),
            description: link.description ?? "",
            url: link.url,
          })}
        />
      )}
      <div className="flex flex-wrap gap-x-6">
        {link.url && link.state === "ready" && (
          <>
            <a href={`${path}/qr.svg`} download={`${link.id}.svg`} className={quiet}>
              <Icon name="download" className="size-4" />
              {t("downloadSvg")}
            </a>
            <a href={`${path}/qr.png`} download={`${link.id}.png`} className={quiet}>
              <Icon name="download" className="size-4" />
              {t("downloadPng")}
            </a>
          </>
        )}
        {again && link.amountMinor !== null && link.state !== "unknown" && (
          <Link href={`${again}?from=${link.id}`} className={quiet}>
            <Icon name="repeat" className="size-4" />
            {link.state === "rejected" ? t("tryAgain") : t("duplicate")}
          </Link>
        )}
      </div>
      <footer className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-t border-line pt-4 text-small text-muted">
        <span>
          {link.createdBy ? t("madeBy", { name: link.createdBy.name }) : t("madeElsewhere")}, {when}
        </span>
        <StateBadge state={link.state} />
      </footer>
      <Timeline entries={await timelineOf(merchantId, link)} timeZone={merchant.timeZone} />
    </article>
  );
}
