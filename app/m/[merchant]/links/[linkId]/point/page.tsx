import type { Metadata } from "next";
import { loadLink } from "@/app/m/[merchant]/links/[linkId]/_card/load-link";
import { pointThisCode } from "@/app/m/[merchant]/links/[linkId]/_point/actions";
import { listTargets } from "@/lib/domain/payment-links/history/list-targets";
import { getLocale, getTranslations } from "@/lib/i18n/translations";
import { formatMoney } from "@/lib/money/format-money";
import { EmptyState } from "@/lib/ui/empty-state";
import { ActionButton } from "@/lib/ui/form/action-button";
import { AddressForm } from "@/lib/ui/form/address-form";
import { Icon } from "@/lib/ui/icon";
import { PageLink } from "@/lib/ui/page-link";
import { PageTitle } from "@/lib/ui/page-title";

type Props = PageProps<"/m/[merchant]/links/[linkId]/point">;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("point"))("title") };
}

/** Where a link's printed code is pointed at another link, such as one with another price. */
export default async function PointPage({ params, searchParams }: Props) {
  const { link, view, merchant, path } = await loadLink(params, "links:cancel");
  const query = (await searchParams).q;
  const q = (typeof query === "string" ? query : "").trim().slice(0, 100);
  const { targets } = await listTargets(view, link, { q, timeZone: merchant.timeZone });
  const t = await getTranslations("point");
  const links = await getTranslations("link");
  const locale = await getLocale();
  return (
    <div className="grid max-w-xl gap-5">
      <PageTitle>{t("title")}</PageTitle>
      <PageLink href={path} className="link touch w-fit text-small">
        {(await getTranslations("print"))("backToLink")}
      </PageLink>
      <p className="text-muted">{t("text")}</p>
      <AddressForm action={`${path}/point`} role="search" className="relative">
        <Icon name="search" className="pointer-events-none absolute top-3.5 left-3.5 size-5 text-muted" />
        <input
          type="search"
          name="q"
          defaultValue={q}
          maxLength={100}
          aria-label={t("search")}
          placeholder={t("search")}
          autoComplete="off"
          enterKeyHint="search"
          className="input pl-11"
        />
      </AddressForm>
      {targets.length === 0 ? (
        <EmptyState title={t("noneTitle")} text={t("noneText")} />
      ) : (
        <ul className="divide-y divide-line border-y border-line">
          {targets.map(({ id, amountMinor, currency, description, reference }) => (
            <li key={id} className="flex items-center justify-between gap-4 py-2">
              <span className="grid min-w-0">
                <b translate="no">
                  {amountMinor === null || !currency
                    ? links("noAmount")
                    : formatMoney(amountMinor, currency, locale)}
                </b>
                <span className="truncate text-small text-muted">
                  <bdi>{description ?? links("noDescription")}</bdi>
                  {reference && ` · ${reference}`}
                </span>
              </span>
              <ActionButton
                action={pointThisCode}
                name={`point-${id}`}
                pending={t("pointing")}
                className="button-quiet whitespace-nowrap"
                fields={{ linkId: link.id, targetId: id }}
              >
                {t("choose")}
              </ActionButton>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
