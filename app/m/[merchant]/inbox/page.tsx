import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requireMember } from "@/lib/auth/require-member";
import { doubtOf, inboxOf } from "@/lib/payment-links/inbox";
import { syncStatus } from "@/lib/payment-links/sync/sync-status";
import { EmptyState } from "@/lib/ui/empty-state";
import { PageTitle } from "@/lib/ui/page-title";
import { RefreshWhile } from "@/lib/ui/refresh-while";
import { isUuid } from "@/lib/uuid";
import { DoubtCard } from "./doubt-card";
import { OneDoubt } from "./one-doubt";
import { StrangerCard } from "./stranger-card";
import { SyncLine } from "./sync-line";
import { TurnedInactiveCard } from "./turned-inactive-card";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("inbox"))("title") };
}

/** What needs a person's eye, most urgent first. */
export default async function InboxPage({ params, searchParams }: PageProps<"/m/[merchant]/inbox">) {
  const { merchant, merchantId, view } = await requireMember((await params).merchant, "links:resolve");
  const { looking, after, doubt: doubtId, found } = await searchParams;
  if (isId(doubtId)) {
    const doubt = await doubtOf(view, doubtId, isId(found) ? found : undefined);
    if (!doubt) redirect(`/m/${merchant.slug}/inbox`);
    return <OneDoubt doubt={doubt} merchant={merchant} />;
  }
  const afterId = isId(after) ? after : undefined;
  const { doubts, nextAfter, undescribed, turnedInactive } = await inboxOf(view, afterId);
  // All of that page are settled meanwhile.
  if (afterId && doubts.length === 0) redirect(`/m/${merchant.slug}/inbox`);
  const status = await syncStatus(merchantId, merchant.mode);
  const t = await getTranslations("inbox");
  const path = `/m/${merchant.slug}/inbox`;
  const isEmpty = doubts.length + undescribed.length + turnedInactive.length === 0;
  const isLooking =
    doubts.length > 0 || looking !== undefined || status?.running || status?.completeAt === null;
  return (
    <div className="grid max-w-2xl gap-6">
      <PageTitle>{t("title")}</PageTitle>
      {status && <SyncLine status={status} />}
      {isLooking && <RefreshWhile path={afterId ? `${path}?after=${afterId}` : path} everySeconds={3} />}
      {isEmpty && <EmptyState title={t("emptyTitle")} text={t("emptyText")} />}
      {doubts.map((doubt) => (
        <DoubtCard key={doubt.link.id} doubt={doubt} merchant={merchant} />
      ))}
      {nextAfter && (
        <Link href={`${path}?after=${nextAfter}`} className="button button-quiet">
          {(await getTranslations("doubts"))("more")}
        </Link>
      )}
      {undescribed.length > 0 && (
        <section className="grid gap-3">
          <div>
            <h2>{t("externalTitle")}</h2>
            <p className="text-muted">{t("externalText")}</p>
          </div>
          <ul className="divide-y divide-line border-y border-line">
            {undescribed.map((link) => (
              <li key={link.id}>
                <StrangerCard link={link} currency={merchant.defaultCurrency} />
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
          <ul className="divide-y divide-line border-y border-line">
            {turnedInactive.map((link) => (
              <li key={link.id}>
                <TurnedInactiveCard link={link} path={`/m/${merchant.slug}/links/${link.id}`} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function isId(text: string | string[] | undefined): text is string {
  return typeof text === "string" && isUuid(text);
}
