import type { Metadata } from "next";
import { FrameCheck } from "@/app/m/[merchant]/_frame/frame-check";
import { listPickUses } from "@/app/m/[merchant]/links/_history/pick-labels";
import { addressWith } from "@/lib/core/address-with";
import { merchantPaths } from "@/lib/core/merchant-paths";
import { listSelected } from "@/lib/domain/payment-links/history/list-selected";
import { readSelected } from "@/lib/domain/payment-links/history/parse-filters";
import { getTranslations } from "@/lib/i18n/translations";
import { EmptyState } from "@/lib/ui/empty-state";
import { ExportLinks } from "@/lib/ui/export-links";
import { FollowExports } from "@/lib/ui/exporting/follow-exports";
import { Icon } from "@/lib/ui/icon";
import { PageLink } from "@/lib/ui/page-link";
import { PageTitle } from "@/lib/ui/page-title";
import { withAddresses } from "@/lib/web/link-address";
import { requireMember } from "@/lib/web/require-member";
import { MarkSelected } from "./mark-selected";
import { SelectedLinks } from "./selected-links";
import { ShareSelected } from "./share-selected";
import { TagForm } from "./tag-form";

type Props = PageProps<"/m/[merchant]/links/selected">;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("selected"))("title") };
}

/** The links that were chosen in the history, and what can be done with them. */
export default async function SelectedPage({ params, searchParams }: Props) {
  const member = await requireMember((await params).merchant, "links:print");
  const { link = [], saved, found, more, marked, at } = await searchParams;
  const given = [link].flat().flatMap(readSelected);
  const selected = await listSelected(member.view, given);
  const t = await getTranslations("selected");
  const history = await getTranslations("history");
  const path = merchantPaths(member.merchant.slug).links;
  const back = (
    <PageLink href={path} className="button button-quiet">
      {(await getTranslations("print"))("backToHistory")}
    </PageLink>
  );
  if (!selected || selected.links.length === 0) {
    return (
      <div className="grid gap-5">
        <PageTitle>{t("title")}</PageTitle>
        <EmptyState
          title={selected ? t("nothingTitle") : t("tooManyTitle")}
          text={selected ? t("nothingText") : t("tooManyText")}
        >
          {back}
        </EmptyState>
      </div>
    );
  }
  const { usedTags } = selected;
  const links = await withAddresses(selected.links, member);
  const ids = links.map(({ id }) => id).join();
  const uses = listPickUses(member.role);
  const missing = new Set(given).size - links.length;
  const file = (more: { for?: string }) => addressWith(`${path}/export.csv`, { selected: ids, ...more });
  return (
    <div className="grid max-w-xl gap-8">
      <div className="grid gap-2">
        <PageTitle>{t("title")}</PageTitle>
        <FrameCheck member={member} />
        <p className="text-muted">
          {t("count", { count: links.length })}
          {missing > 0 && ` ${t("missing", { count: missing })}`}
        </p>
        <SelectedLinks links={links} path={path} />
      </div>
      {uses.includes("paid") && (
        <section id="paid" className="grid scroll-mt-20 gap-3">
          <h2>{t("paid")}</h2>
          <MarkSelected
            {...{ links, ids }}
            done={readDone(marked, at)}
            found={found === undefined ? null : { marked: Number(found) || 0, isMore: more !== undefined }}
          />
        </section>
      )}
      {uses.includes("tag") && (
        <section id="tag" className="grid scroll-mt-20 gap-4">
          <h2>{t("tag")}</h2>
          {saved && <p role="status">{t("tagged")}</p>}
          <TagForm
            key={String(saved)}
            links={ids}
            usedTags={usedTags}
            labels={{
              tags: (await getTranslations("notesField"))("tags"),
              hint: (await getTranslations("notes"))("tagsHint"),
              submit: t("addTags"),
              pending: t("adding"),
            }}
          />
        </section>
      )}
      {uses.includes("export") && (
        <section id="export" className="grid scroll-mt-20 gap-2">
          <h2>{t("export")}</h2>
          <FollowExports runs={merchantPaths(member.merchant.slug).exportRun("")}>
            <ExportLinks
              csv={file({})}
              excel={file({ for: "excel" })}
              xlsx={file({ for: "xlsx" })}
              labels={{
                csv: history("export"),
                excel: history("exportForExcel"),
                xlsx: history("exportXlsx"),
              }}
            />
          </FollowExports>
        </section>
      )}
      {uses.includes("print") && (
        <section id="print" className="grid scroll-mt-20 gap-2">
          <h2>{t("print")}</h2>
          <PageLink
            href={addressWith(`${path}/sheet`, { selected: ids, range: "all" })}
            className="link touch w-fit gap-2 text-small"
          >
            <Icon name="printer" className="size-4" />
            {t("printCodes")}
          </PageLink>
        </section>
      )}
      {uses.includes("share") && (
        <section id="share" className="grid scroll-mt-20 gap-2">
          <h2>{t("share")}</h2>
          <ShareSelected links={links} />
        </section>
      )}
      <div>{back}</div>
    </div>
  );
}

type Param = string | string[] | undefined;

/** How many links were marked as paid just now, and when, as the address says. */
function readDone(marked: Param, at: Param): { count: number; at: string } | null {
  const [count, time] = [Number(marked), Number(at)];
  const isRead = Number.isSafeInteger(count) && Number.isSafeInteger(time) && time > 0 && time < 8e15;
  return isRead ? { count, at: new Date(time).toISOString() } : null;
}
