import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { chooseSheets } from "@/app/m/[merchant]/links/_print/choose-sheets";
import { PickLinks } from "@/app/m/[merchant]/links/_print/pick-links";
import { withQuery } from "@/app/m/[merchant]/links/_print/print-choices";
import { typedFilters } from "@/lib/core/filters";
import { merchantPaths } from "@/lib/core/merchant-paths";
import { checkHistoryFilters } from "@/lib/domain/payment-links/history/check-filters";
import { historyFilters } from "@/lib/domain/payment-links/history/parse-filters";
import { getTranslations } from "@/lib/i18n/translations";
import { PageLink } from "@/lib/ui/page-link";
import { PageTitle } from "@/lib/ui/page-title";
import { requireMember } from "@/lib/web/require-member";

type Props = PageProps<"/m/[merchant]/links/sheet/pick">;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("print"))("pick") };
}

/** Which of the links of a filtered history are on sheets. Apart from the sheets, since both are long pages. */
export default async function PickPage({ params, searchParams }: Props) {
  const member = await requireMember((await params).merchant, "links:print");
  const query = await searchParams;
  const path = `${merchantPaths(member.merchant.slug).links}/sheet`;
  const checked = await checkHistoryFilters(member.view, query);
  // That page says what is wrong with a filter.
  if (!checked.ok) redirect(withQuery(path, typedFilters(historyFilters, query)));
  const { paper, language, range, picked, found } = await chooseSheets(member, query, checked.value);
  const kept = { ...checked.value, paper, lang: language };
  const sheets = withQuery(path, { ...kept, range, link: picked });
  if (found.length === 0) redirect(sheets);
  const t = await getTranslations("print");
  return (
    <div className="grid gap-5">
      <PageTitle>{t("pick")}</PageTitle>
      <PageLink href={sheets} className="link touch w-fit text-small">
        {t("backToSheets")}
      </PageLink>
      <PickLinks path={path} kept={kept} found={found} />
    </div>
  );
}
