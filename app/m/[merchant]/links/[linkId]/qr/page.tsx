import type { Metadata } from "next";
import { Busy, orBusy } from "@/app/m/[merchant]/links/_print/busy";
import { ChoiceLinks } from "@/app/m/[merchant]/links/_print/choice-links";
import { lookName, withQuery } from "@/app/m/[merchant]/links/_print/print-choices";
import { codeRequest } from "@/app/m/[merchant]/links/[linkId]/_print/code-request";
import { NotPrintable } from "@/app/m/[merchant]/links/[linkId]/_print/not-printable";
import { linkToPrint } from "@/app/m/[merchant]/links/[linkId]/_print/printable-link";
import { RefusedBrand } from "@/app/m/[merchant]/links/[linkId]/_print/refused-brand";
import { typedFilters } from "@/lib/core/filters";
import { historyFilters } from "@/lib/domain/payment-links/history/parse-filters";
import { getTranslations } from "@/lib/i18n/translations";
import { draw } from "@/lib/rendering/drawing/draw";
import { pngWidths } from "@/lib/rendering/print/png-widths";
import { codeQuery, looks } from "@/lib/rendering/print/print-query";
import { qrUses } from "@/lib/rendering/qr/branded-qr";
import { Icon } from "@/lib/ui/icon";
import { PageLink } from "@/lib/ui/page-link";
import { PageTitle } from "@/lib/ui/page-title";

type Props = PageProps<"/m/[merchant]/links/[linkId]/qr">;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("print"))("codeTitle") };
}

/** The code as a file: what it is for, how it looks, and how large it is. */
export default async function CodePage({ params, searchParams }: Props) {
  const { member, link, printable, path } = await linkToPrint(params);
  const query = await searchParams;
  const search = typedFilters(historyFilters, query);
  const t = await getTranslations("print");
  if (!printable) return <NotPrintable link={link} path={path} />;
  const { use = "screen", look = "plain" } = codeQuery.parse(query);
  const request = await codeRequest(member, printable, { use, look });
  const code = await orBusy(draw("codeFacts", request, { personId: member.person.id }));
  const chosen = { use, look };
  const to = (changed: Partial<typeof chosen>) =>
    withQuery(`${path}/qr`, { ...search, ...chosen, ...changed });
  if (!code) return <Busy title={t("codeTitle")} href={to({})} />;
  const svg = withQuery(`${path}/qr.svg`, chosen);
  return (
    <div className="@container grid gap-5">
      <PageTitle>{t("codeTitle")}</PageTitle>
      <div className="grid gap-6 @3xl:grid-cols-[20rem_1fr] @3xl:items-start @3xl:gap-10">
        <div className="grid gap-5">
          <ChoiceLinks
            label={t("look")}
            choices={looks.map((one) => ({
              href: to({ look: one }),
              name: t(`looks.${lookName(one, member)}`),
              isChosen: one === look,
            }))}
          />
          {look === "brand" && <RefusedBrand refused={code.refused} />}
          <ChoiceLinks
            label={t("use")}
            choices={qrUses.map((one) => ({
              href: to({ use: one }),
              name: t(`uses.${one}`),
              isChosen: one === use,
            }))}
          />
          <a href={svg} download={`${link.id}.svg`} className="button button-quiet">
            <Icon name="download" />
            {t("svg")}
          </a>
          <form
            action={`${path}/qr.png`}
            data-download={`${link.id}.png`}
            className="grid grid-cols-[minmax(6rem,1fr)_auto] items-end gap-2"
          >
            <input type="hidden" name="use" value={use} />
            <input type="hidden" name="look" value={look} />
            <input type="hidden" name="save" value="1" />
            <label className="grid min-w-0 gap-1 text-small font-bold">
              {t("size")}
              <input
                type="number"
                name="size"
                min={code.leastWidth}
                max={pngWidths.most}
                defaultValue={pngWidths.usual}
                required
                className="input font-normal"
              />
            </label>
            <button type="submit" className="button button-quiet">
              <Icon name="download" />
              {t("png")}
            </button>
          </form>
          <PageLink href={withQuery(path, search)} className="link touch w-fit text-small">
            {t("backToLink")}
          </PageLink>
        </div>
        {/* biome-ignore lint/performance/noImgElement: a vector needs no optimizer. */}
        <img
          src={svg}
          alt={t("code")}
          width={code.width}
          height={code.height}
          className="h-auto w-full max-w-md rounded-box on-white border border-line p-2"
        />
      </div>
    </div>
  );
}
