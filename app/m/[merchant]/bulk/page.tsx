import type { Metadata } from "next";
import { FrameCheck } from "@/app/m/[merchant]/_frame/frame-check";
import { merchantPaths } from "@/lib/core/merchant-paths";
import { getBatches } from "@/lib/domain/payment-links/bulk/get-batch";
import { getTranslations } from "@/lib/i18n/translations";
import { uuidv7 } from "@/lib/platform/uuidv7";
import { tableLimits } from "@/lib/spreadsheets/table";
import { ModeTag } from "@/lib/ui/mode-tag";
import { getMoments } from "@/lib/ui/moments/use-moments";
import { PageLink } from "@/lib/ui/page-link";
import { PageTitle } from "@/lib/ui/page-title";
import { tooLongMark } from "@/lib/web/form-limit";
import { requireMember } from "@/lib/web/require-member";
import { TableForm } from "./table-form";

type Props = PageProps<"/m/[merchant]/bulk">;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("bulk"))("title") };
}

/** Many links from a table: sends one, and lists those that were sent. */
export default async function BulkPage({ params, searchParams }: Props) {
  const { merchant, merchantId, role, view } = await requireMember((await params).merchant, "links:create");
  const { [tooLongMark]: tooLong } = await searchParams;
  const t = await getTranslations("bulk");
  const states = await getTranslations("bulkState");
  const errors = await getTranslations("errors");
  const moments = await getMoments(merchant.timeZone);
  const paths = merchantPaths(merchant.slug);
  const batches = await getBatches(view);
  return (
    <div className="grid max-w-2xl gap-8">
      <div className="grid gap-2">
        <PageTitle>{t("title")}</PageTitle>
        <FrameCheck member={{ merchant, role }} />
        <p className="text-muted">{t("text")}</p>
      </div>
      <TableForm
        drawn={{ mode: merchant.mode, business: merchantId, intentId: uuidv7() }}
        maxBytes={tableLimits.fileBytes}
        tooLarge={errors("table_too_large")}
        isTooLarge={tooLong !== undefined}
        labels={{
          ...{ file: t("file"), fileHint: t("fileHint"), paste: t("paste"), pasteHint: t("pasteHint") },
          ...{ submit: t("read"), pending: t("reading") },
        }}
      />
      {batches.length > 0 && (
        <section className="grid gap-2">
          <h2>{t("earlier")}</h2>
          <ul className="divide-y divide-line border-y border-line">
            {batches.map(({ batch, counts }) => (
              <li key={batch.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-3">
                <PageLink href={paths.bulkBatch(batch.id)} className="link touch min-w-0 wrap-anywhere">
                  <bdi>{batch.fileName ?? t("pasted")}</bdi>
                </PageLink>
                <span className="flex flex-wrap items-center gap-x-3 text-small text-muted">
                  {batch.mode !== merchant.mode && <ModeTag mode={batch.mode} />}
                  <span>{t("rows", { count: counts.rows })}</span>
                  <span className="font-bold">{states(batch.state)}</span>
                  <time dateTime={batch.createdAt.toISOString()}>{moments.toText(batch.createdAt)}</time>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
