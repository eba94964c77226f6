import type { Metadata } from "next";
import { closeNames } from "@/app/m/[merchant]/close/close-names";
import { describePeriod } from "@/app/m/[merchant]/close/describe-period";
import { addressWith } from "@/lib/core/address-with";
import { typedFilters } from "@/lib/core/filters";
import { merchantPaths } from "@/lib/core/merchant-paths";
import { isUuid } from "@/lib/core/uuid";
import { checkClose } from "@/lib/domain/payment-links/close/check-close";
import { findOpen } from "@/lib/domain/payment-links/close/find-open";
import { closeFilters } from "@/lib/domain/payment-links/close/schema";
import { getTranslations } from "@/lib/i18n/translations";
import { FilterIssues } from "@/lib/ui/filter-issues";
import { Icon } from "@/lib/ui/icon";
import { getMoments } from "@/lib/ui/moments/use-moments";
import { PageLink } from "@/lib/ui/page-link";
import { PageTitle } from "@/lib/ui/page-title";
import { withAddress } from "@/lib/web/link-address";
import { requireMember } from "@/lib/web/require-member";
import { JustDone } from "./just-done";
import { OpenLinkCard } from "./open-link-card";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("close"))("openTitle") };
}

/** The links of a close that are still open, one by one. The place is in the address. */
export default async function OpenLinksPage({ params, searchParams }: PageProps<"/m/[merchant]/close/open">) {
  const member = await requireMember((await params).merchant, "links:read");
  const { merchant, view } = member;
  const query = await searchParams;
  const { timeZone, mode } = merchant;
  const { checked } = await checkClose(view, { query, timeZone });
  const t = await getTranslations("close");
  const paths = merchantPaths(merchant.slug);
  if (!checked.ok) {
    return (
      <div className="grid max-w-md gap-5">
        <PageTitle>{t("openTitle")}</PageTitle>
        <FilterIssues issues={checked.issues} names={await closeNames()} />
        <PageLink href={addressWith(paths.close, typedFilters(closeFilters, query))} className="link touch">
          {t("backToClose")}
        </PageLink>
      </div>
    );
  }
  const { filters, period } = checked.value;
  const [link, after, before] = [query.link, query.after, query.before].map(readId);
  const found = await findOpen(view, { ...period, mode, person: filters.person }, { link, after, before });
  const search = addressWith("", filters);
  const to = (place: Record<string, string>) => addressWith(paths.closeOpen, { ...filters, ...place });
  const shown = found.link && (await withAddress(found.link, { view, merchant }));
  const { number, count } = found;
  const markedAt = readTime(query.marked);
  return (
    <div className="grid max-w-md gap-5 max-lg:mx-auto max-lg:w-full">
      <div className="grid gap-1">
        <PageLink href={addressWith(paths.close, filters)} className="link touch w-fit gap-1 text-small">
          <Icon name="chevron" className="size-4 rotate-90" />
          {t("backToClose")}
        </PageLink>
        <PageTitle>{shown ? t("place", { number, count }) : t("openTitle")}</PageTitle>
        <p className="text-small text-muted">{await describePeriod(period, filters, timeZone)}</p>
      </div>
      {after && (markedAt !== null || query.cancelled !== undefined) && (
        <JustDone key={after} linkId={after} search={search} markedAt={markedAt} />
      )}
      {shown ? (
        <>
          <OpenLinkCard
            key={shown.id}
            {...{ link: shown, member, search }}
            when={(await getMoments(timeZone)).toText(shown.createdAt, { timeStyle: "short" })}
          />
          <nav aria-label={t("openTitle")} className="grid grid-cols-2 gap-2">
            {number > 1 ? (
              <PageLink href={to({ before: shown.id })} className="button button-quiet">
                {t("previous")}
              </PageLink>
            ) : (
              <span />
            )}
            <PageLink href={to({ after: shown.id })} className="button button-quiet">
              {number < count ? t("next") : t("finish")}
            </PageLink>
          </nav>
        </>
      ) : (
        <div className="grid gap-3">
          <p role="status">{t("allSeen", { count })}</p>
          {count > 0 && (
            <PageLink href={to({})} className="button button-quiet">
              {t("again")}
            </PageLink>
          )}
          <PageLink href={addressWith(paths.close, filters)} className="button button-primary">
            {t("backToClose")}
          </PageLink>
        </div>
      )}
    </div>
  );
}

/** The id of a link in the address; anything else there is no place. */
function readId(value: string | string[] | undefined): string | undefined {
  return typeof value === "string" && isUuid(value) ? value.toLowerCase() : undefined;
}

/** When the link before was marked, in milliseconds in the address. */
function readTime(value: string | string[] | undefined): Date | null {
  return typeof value === "string" && /^\d{1,14}$/.test(value) ? new Date(Number(value)) : null;
}
