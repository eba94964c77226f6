import type { Metadata, Viewport } from "next";
import { redirect } from "next/navigation";
import { loadLink } from "@/app/m/[merchant]/links/[linkId]/_card/load-link";
import { NextCustomer } from "@/app/m/[merchant]/links/[linkId]/_card/next-customer";
import { QrCode } from "@/app/m/[merchant]/links/[linkId]/_card/qr-code";
import { FullScreen } from "@/app/m/[merchant]/links/[linkId]/_full-screen/full-screen";
import { showPath } from "@/app/m/[merchant]/links/[linkId]/_full-screen/show-path";
import { merchantPaths } from "@/lib/core/merchant-paths";
import { may } from "@/lib/domain/members/permissions";
import { isShareable } from "@/lib/domain/payment-links/schema";
import { customerLocale, customerMessages } from "@/lib/i18n/customer-message";
import { getLocale, getTranslations } from "@/lib/i18n/translations";
import { Icon } from "@/lib/ui/icon";
import { ModeEdge } from "@/lib/ui/mode-tag";
import { HeroMoney } from "@/lib/ui/money";
import { PageLink } from "@/lib/ui/page-link";
import { getCustomerLanguage } from "@/lib/web/customer-language";

type Props = PageProps<"/m/[merchant]/links/[linkId]/show">;

/** The browser's own bars are white too. */
export const viewport: Viewport = { themeColor: "#ffffff" };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("share"))("fullScreen") };
}

/** The QR code shown to a customer: as large as the screen allows, on white, in the customer's language. */
export default async function ShowPage({ params, searchParams }: Props) {
  const { link, merchant, role, path } = await loadLink(params, "links:share");
  if (!isShareable(link)) redirect(path);
  // The link's page warns first.
  if (link.markedPaidAt !== null && (await searchParams).anyway === undefined) redirect(path);
  const t = await getTranslations("share");
  const language = await getCustomerLanguage(merchant);
  const labels = customerMessages(language);
  const { amountMinor, currency, description, mode } = link;
  const nextPath = may(role, "links:create") ? merchantPaths(merchant.slug).newLinkIn(currency ?? "") : null;
  const next = (className: string) =>
    nextPath && (
      <NextCustomer href={nextPath} className={`touch gap-1 px-2 no-underline ${className}`}>
        {t("nextCustomer")}
        <Icon name="chevron" className="size-4 -rotate-90" />
      </NextCustomer>
    );
  return (
    <FullScreen path={path} showPath={showPath(path, link)} title={t("fullScreen")}>
      {/* A row of its own, which is empty for a live link. */}
      <div>
        <ModeEdge mode={mode} />
      </div>
      <div className="full-screen-body">
        <div lang={language} className="grid min-w-0 content-start gap-1 landscape:content-center">
          <p className="pr-24 text-body font-bold wrap-anywhere landscape:pr-0">
            <bdi>{merchant.name}</bdi>
          </p>
          {amountMinor !== null && currency !== null && (
            <HeroMoney
              amountMinor={amountMinor}
              currency={currency}
              locale={customerLocale(language, merchant)}
            />
          )}
          {description !== null && (
            <p dir="auto" className="line-clamp-2 text-muted wrap-anywhere">
              {description}
            </p>
          )}
          <p className="font-bold">{labels("show.scan")}</p>
          <PageLink
            href={path}
            lang={await getLocale()}
            className="touch absolute top-3 right-2 gap-1 px-2 no-underline landscape:static landscape:-ml-2 landscape:mt-4 landscape:w-fit"
          >
            <Icon name="cross" />
            {t("close")}
          </PageLink>
          {next("hidden landscape:-ml-2 landscape:inline-flex landscape:w-fit")}
        </div>
        <QrCode link={link} className="size-full min-h-0 min-w-0" />
        {next("justify-self-end landscape:hidden")}
      </div>
    </FullScreen>
  );
}
