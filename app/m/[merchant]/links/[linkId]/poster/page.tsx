import type { Metadata } from "next";
import { Busy, orBusy } from "@/app/m/[merchant]/links/_print/busy";
import { ChoiceLinks } from "@/app/m/[merchant]/links/_print/choice-links";
import { logoHref } from "@/app/m/[merchant]/links/_print/get-brand";
import { LanguageChoice } from "@/app/m/[merchant]/links/_print/language-choice";
import { PrintActions } from "@/app/m/[merchant]/links/_print/print-actions";
import { lookName, withQuery } from "@/app/m/[merchant]/links/_print/print-choices";
import { PrintedPageView } from "@/app/m/[merchant]/links/_print/printed-page";
import { choosePoster } from "@/app/m/[merchant]/links/[linkId]/_print/choose-poster";
import { NotPrintable } from "@/app/m/[merchant]/links/[linkId]/_print/not-printable";
import { linkToPrint } from "@/app/m/[merchant]/links/[linkId]/_print/printable-link";
import { RefusedBrand } from "@/app/m/[merchant]/links/[linkId]/_print/refused-brand";
import { typedFilters } from "@/lib/core/filters";
import { historyFilters } from "@/lib/domain/payment-links/history/parse-filters";
import { getTranslations } from "@/lib/i18n/translations";
import { draw } from "@/lib/rendering/drawing/draw";
import { posterPapers } from "@/lib/rendering/print/paper";
import { looks } from "@/lib/rendering/print/print-query";
import { PageLink } from "@/lib/ui/page-link";
import { PageTitle } from "@/lib/ui/page-title";

type Props = PageProps<"/m/[merchant]/links/[linkId]/poster">;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("print"))("posterTitle") };
}

/** A poster for the counter: a preview, and the choices about it. */
export default async function PosterPage({ params, searchParams }: Props) {
  const { member, link, printable, path } = await linkToPrint(params);
  const query = await searchParams;
  const search = typedFilters(historyFilters, query);
  const t = await getTranslations("print");
  if (!printable) return <NotPrintable link={link} path={path} />;
  const { request, paper, language, look } = await choosePoster(member, printable, query);
  const chosen = { paper, lang: language, look };
  const to = (changed: Partial<typeof chosen>) =>
    withQuery(`${path}/poster`, { ...search, ...chosen, ...changed });
  const poster = await orBusy(
    draw("poster", { poster: request, logoHref: logoHref(member) }, { personId: member.person.id }),
  );
  if (!poster) return <Busy title={t("posterTitle")} href={to({})} />;
  return (
    <div className="@container grid gap-5">
      <PageTitle>{t("posterTitle")}</PageTitle>
      <div className="grid gap-6 @3xl:grid-cols-[20rem_1fr] @3xl:items-start @3xl:gap-10">
        <div className="grid gap-5">
          <ChoiceLinks
            label={t("paper")}
            choices={posterPapers.map((one) => ({
              href: to({ paper: one }),
              name: t(`papers.${one}`),
              isChosen: one === paper,
            }))}
          />
          <LanguageChoice
            languages={member.merchant.customerLanguages}
            chosen={language}
            toHref={(lang) => to({ lang })}
          />
          <ChoiceLinks
            label={t("look")}
            choices={looks.map((one) => ({
              href: to({ look: one }),
              name: t(`looks.${lookName(one, member)}`),
              isChosen: one === look,
            }))}
          />
          {look === "brand" && <RefusedBrand refused={poster.refused} />}
          <PrintActions pdf={poster.isWhole ? withQuery(`${path}/poster.pdf`, chosen) : null} />
          <PageLink href={withQuery(path, search)} className="link touch w-fit text-small">
            {t("backToLink")}
          </PageLink>
        </div>
        <div className="overflow-hidden rounded-box border border-line @3xl:max-w-xl">
          <PrintedPageView page={poster.page} paper={paper} />
        </div>
      </div>
    </div>
  );
}
