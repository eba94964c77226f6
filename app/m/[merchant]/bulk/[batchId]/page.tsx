import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { FrameCheck } from "@/app/m/[merchant]/_frame/frame-check";
import { merchantPaths } from "@/lib/core/merchant-paths";
import { isUuid } from "@/lib/core/uuid";
import { getBatch } from "@/lib/domain/payment-links/bulk/get-batch";
import { getTranslations } from "@/lib/i18n/translations";
import { ModeTag } from "@/lib/ui/mode-tag";
import { PageLink } from "@/lib/ui/page-link";
import { PageTitle } from "@/lib/ui/page-title";
import { requireMember } from "@/lib/web/require-member";
import { Draft } from "./_batch/draft";
import { Started } from "./_batch/started";

type Props = PageProps<"/m/[merchant]/bulk/[batchId]">;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("bulk"))("title") };
}

/** One table: before it is started, and after. */
export default async function BatchPage({ params }: Props) {
  const { merchant: slug, batchId } = await params;
  const member = await requireMember(slug, "links:create");
  const { merchant, role, view } = member;
  const summary = isUuid(batchId) ? await getBatch(view, batchId) : null;
  if (!summary) notFound();
  const { batch, counts } = summary;
  const t = await getTranslations("bulk");
  const states = await getTranslations("bulkState");
  return (
    <div className="grid max-w-2xl gap-8">
      <div className="grid gap-2">
        <p>
          <PageLink href={merchantPaths(slug).bulk} className="link touch">
            {t("back")}
          </PageLink>
        </p>
        <PageTitle>
          <bdi className="wrap-anywhere">{batch.fileName ?? t("pasted")}</bdi>
        </PageTitle>
        <FrameCheck member={{ merchant, role }} />
        <p className="flex flex-wrap items-center gap-x-3 text-muted">
          <span>{t("rows", { count: counts.rows })}</span>
          <span className="font-bold">{states(batch.state)}</span>
          {batch.mode !== merchant.mode && <ModeTag mode={batch.mode} />}
        </p>
      </div>
      {batch.state === "draft" ? <Draft {...{ member, summary }} /> : <Started {...{ member, summary }} />}
    </div>
  );
}
