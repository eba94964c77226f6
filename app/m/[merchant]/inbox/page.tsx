import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { FrameCheck } from "@/app/m/[merchant]/_frame/frame-check";
import { merchantPaths } from "@/lib/core/merchant-paths";
import { may } from "@/lib/domain/members/permissions";
import { asksAboutInactive } from "@/lib/domain/merchants/choose-inactive";
import { listUsedCurrencies } from "@/lib/domain/payment-links/create/list-used-currencies";
import { findUnconfirmed, getInbox } from "@/lib/domain/payment-links/inbox/get-inbox";
import { syncStatus } from "@/lib/domain/payment-links/sync/get-status";
import { getTranslations, useTranslations } from "@/lib/i18n/translations";
import { EmptyState } from "@/lib/ui/empty-state";
import { PageLink } from "@/lib/ui/page-link";
import { PageTitle } from "@/lib/ui/page-title";
import { RefreshWhile } from "@/lib/ui/refresh-while";
import { requireMember } from "@/lib/web/require-member";
import { InactiveChoice } from "./_all/inactive-choice";
import { SeeAllButton } from "./_all/see-all-button";
import { SeenNotice } from "./_all/seen-notice";
import { ExternalLinkCard } from "./_external/external-link-card";
import { TurnedInactiveCard } from "./_external/turned-inactive-card";
import { UnconfirmedCard } from "./_unconfirmed/unconfirmed-card";
import { UnconfirmedDetail } from "./_unconfirmed/unconfirmed-detail";
import { readInboxPlace } from "./read-inbox-place";
import { SyncLine } from "./sync-line";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("inbox"))("title") };
}

/** What a person should look at, most urgent first. */
export default async function InboxPage({ params, searchParams }: PageProps<"/m/[merchant]/inbox">) {
  const member = await requireMember((await params).merchant, "links:resolve");
  const { merchant, merchantId, view, role } = member;
  const paths = merchantPaths(merchant.slug);
  const query = await searchParams;
  const read = readInboxPlace(query);
  if (!read.ok) return <UnreadableInbox path={paths.inbox} />;
  const { after: afterId, unconfirmed: unconfirmedId, found } = read.value;
  if (unconfirmedId) {
    const unconfirmed = await findUnconfirmed(view, unconfirmedId, found);
    if (!unconfirmed) redirect(paths.inbox);
    return (
      <>
        <FrameCheck member={{ merchant, role }} />
        <UnconfirmedDetail unconfirmed={unconfirmed} merchant={merchant} />
      </>
    );
  }
  const { unconfirmedLinks, nextAfter, unannotated, turnedInactive } = await getInbox(view, afterId);
  // All links of that page were decided meanwhile.
  if (afterId && unconfirmedLinks.length === 0) redirect(paths.inbox);
  const status = await syncStatus(merchantId, merchant.mode);
  const asks = await asksAboutInactive(merchantId);
  const t = await getTranslations("inbox");
  const path = paths.inbox;
  const usedCurrencies = await listUsedCurrencies(member);
  const isEmpty = unconfirmedLinks.length + unannotated.length + turnedInactive.length === 0;
  const isLooking =
    unconfirmedLinks.length > 0 ||
    query.looking !== undefined ||
    status?.running ||
    status?.completeAt === null;
  return (
    <div className="grid max-w-2xl gap-6">
      <PageTitle>{t("title")}</PageTitle>
      <FrameCheck member={{ merchant, role }} />
      {status && <SyncLine status={status} />}
      {isLooking && <RefreshWhile path={afterId ? `${path}?after=${afterId}` : path} everySeconds={3} />}
      <SeenNotice query={query} />
      {isEmpty && <EmptyState title={t("emptyTitle")} text={t("emptyText")} />}
      {unconfirmedLinks.map((unconfirmed) => (
        <UnconfirmedCard key={unconfirmed.link.id} unconfirmed={unconfirmed} merchant={merchant} />
      ))}
      {nextAfter && (
        <PageLink href={`${path}?after=${nextAfter}`} className="button button-quiet">
          {(await getTranslations("unconfirmedLinks"))("more")}
        </PageLink>
      )}
      {unannotated.length > 0 && (
        <section className="grid gap-3">
          <div>
            <h2>{t("externalTitle")}</h2>
            <p className="text-muted">{t("externalText")}</p>
          </div>
          <SeeAllButton kind="external" shown={unannotated.length} />
          <ul className="divide-y divide-line border-y border-line">
            {unannotated.map((link) => (
              <li key={link.id}>
                <ExternalLinkCard link={link} usedCurrencies={usedCurrencies} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {turnedInactive.length > 0 && (
        <section className="grid gap-3">
          <div>
            <h2>{t("inactiveTitle")}</h2>
            <p className="text-muted">{t("inactiveText")}</p>
          </div>
          <SeeAllButton kind="inactive" shown={turnedInactive.length} />
          <ul className="divide-y divide-line border-y border-line">
            {turnedInactive.map((link) => (
              <li key={link.id}>
                <TurnedInactiveCard link={link} path={paths.link(link.id)} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {may(role, "settings:manage") && <InactiveChoice asks={asks} />}
    </div>
  );
}

/** Says that the address of the inbox cannot be read, and shows no links. */
function UnreadableInbox({ path }: { path: string }) {
  const t = useTranslations("inbox");
  return (
    <div className="grid max-w-2xl gap-6">
      <PageTitle>{t("title")}</PageTitle>
      <EmptyState title={t("unreadableTitle")} text={t("unreadableText")}>
        <PageLink href={path} className="button button-quiet">
          {t("openAll")}
        </PageLink>
      </EmptyState>
    </div>
  );
}
