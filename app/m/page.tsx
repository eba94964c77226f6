import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { findPasskeyOffer, PasskeyOffer } from "@/app/account/_factors/passkey-offer";
import { PersonDrafts } from "@/app/m/_drafts/person-drafts";
import { reopen } from "@/app/m/actions";
import { merchantPaths } from "@/lib/core/merchant-paths";
import { paths } from "@/lib/core/paths";
import { listClosedMerchants, listMemberships } from "@/lib/domain/members/find-membership";
import { may } from "@/lib/domain/members/permissions";
import { type ClosedMerchant, endOfGrace } from "@/lib/domain/members/schema";
import { getFormatter, getTranslations } from "@/lib/i18n/translations";
import { accentStyle } from "@/lib/ui/accent";
import { ActionButton } from "@/lib/ui/form/action-button";
import { Icon } from "@/lib/ui/icon";
import { MerchantLogo } from "@/lib/ui/merchant-logo";
import { ModeTag } from "@/lib/ui/mode-tag";
import { PageLink } from "@/lib/ui/page-link";
import { PageTitle } from "@/lib/ui/page-title";
import { PersonShell } from "@/lib/ui/person-shell";
import { requirePerson } from "@/lib/web/session";
import { readSharedText } from "@/lib/web/shared-text";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("merchants"))("title") };
}

export default async function MerchantsPage({ searchParams }: PageProps<"/m">) {
  const shared = readSharedText(await searchParams);
  const person = await requirePerson();
  const [memberships, closed] = await Promise.all([
    listMemberships(person.id),
    listClosedMerchants(person.id),
  ]);
  const [only] = memberships;
  // Nothing to choose.
  if (closed.length === 0 && memberships.length <= 1)
    redirect(only ? merchantPaths(only.merchant.slug).home : paths.newMerchant);
  const t = await getTranslations("merchants");
  const passkeyOrigin = await findPasskeyOffer();
  return (
    <PersonShell>
      <PersonDrafts />
      <PageTitle>{t("title")}</PageTitle>
      <ul className="divide-y divide-line border-y border-line">
        {memberships.map(({ role, merchant }) => (
          <li key={merchant.id}>
            <PageLink
              href={
                shared !== null && may(role, "links:create")
                  ? merchantPaths(merchant.slug).newLinkFor(shared)
                  : merchantPaths(merchant.slug).home
              }
              className="flex min-h-16 items-center gap-3 py-2 no-underline"
            >
              <span style={accentStyle(merchant.color)} className="shrink-0">
                <MerchantLogo merchant={merchant} pixels={40}>
                  <span className="grid size-10 place-items-center rounded-box bg-accent text-accent-ink">
                    <Icon name="shop" />
                  </span>
                </MerchantLogo>
              </span>
              <span className="grid min-w-0 flex-1">
                <bdi className="truncate font-bold">{merchant.name}</bdi>
                <span className="text-small text-muted">{t(`role_${role}`)}</span>
              </span>
              <ModeTag mode={merchant.mode} showLive />
            </PageLink>
          </li>
        ))}
      </ul>
      {closed.length > 0 && <Closed merchants={closed} />}
      <PageLink href={paths.newMerchant} className="button button-quiet justify-self-start">
        <Icon name="plus" />
        {t("create")}
      </PageLink>
      {passkeyOrigin !== null && <PasskeyOffer origin={passkeyOrigin} place="list" />}
    </PersonShell>
  );
}

/** The merchants of the person that an owner has disabled or deleted, with a way to enable them. */
async function Closed({ merchants }: { merchants: ClosedMerchant[] }) {
  const t = await getTranslations("closed");
  const format = await getFormatter();
  return (
    <section className="grid gap-2">
      <h2>{t("title")}</h2>
      <ul className="divide-y divide-line border-y border-line">
        {merchants.map(({ id, slug, name, deletedAt, timeZone }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3">
            <span className="grid min-w-0">
              <bdi className="truncate font-bold">{name}</bdi>
              <span className="text-small text-muted">
                {deletedAt
                  ? t("deleted", {
                      until: format.dateTime(endOfGrace(deletedAt), { dateStyle: "medium", timeZone }),
                    })
                  : t("disabled")}
              </span>
            </span>
            <ActionButton
              action={reopen}
              name={`reopen-${slug}`}
              fields={{ slug }}
              pending={t("pending")}
              className="button-quiet text-small"
            >
              {deletedAt ? t("restore") : t("enable")}
            </ActionButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
