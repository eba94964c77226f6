import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { posterPapers } from "@/lib/print/paper";
import { looks } from "@/lib/print/print-query";
import { PageTitle } from "@/lib/ui/page-title";
import { logoHref } from "../../brand-of";
import { ChoiceLinks } from "../../choice-links";
import { LanguageChoice } from "../../language-choice";
import { PrintActions } from "../../print-actions";
import { lookName, withQuery } from "../../print-choices";
import { PrintedPageView } from "../../printed-page";
import { NotPrintable } from "../not-printable";
import { posterOf } from "../poster-of";
import { linkToPrint } from "../printable-link";
import { RefusedBrand } from "../refused-brand";

type Props = PageProps<"/m/[merchant]/links/[linkId]/poster">;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("print"))("posterTitle") };
}

/** A poster for the counter: what will be printed, and the choices about it. */
export default async function PosterPage({ params, searchParams }: Props) {
  const { member, link, printable, path } = await linkToPrint(params);
  const t = await getTranslations("print");
  if (!printable) return <NotPrintable link={link} path={path} />;
  const poster = await posterOf(member, printable, await searchParams);
  const { paper, language, look } = poster;
  const chosen = { paper, lang: language, look };
  const to = (changed: Partial<typeof chosen>) => withQuery(`${path}/poster`, { ...chosen, ...changed });
  return (
    <div className="grid gap-5">
      <PageTitle>{t("posterTitle")}</PageTitle>
      <div className="grid gap-6 lg:grid-cols-[20rem_1fr] lg:items-start lg:gap-10">
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
            hrefOf={(lang) => to({ lang })}
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
          <Link href={path} className="link touch w-fit text-small">
            {t("backToLink")}
          </Link>
        </div>
        <div className="overflow-hidden rounded-box border border-line lg:max-w-xl">
          <PrintedPageView page={poster.page} paper={paper} logoHref={logoHref(member)} />
        </div>
      </div>
    </div>
  );
}
