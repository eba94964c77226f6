import type { Metadata } from "next";
import { FrameCheck } from "@/app/m/[merchant]/_frame/frame-check";
import { merchantPaths } from "@/lib/core/merchant-paths";
import { getTranslations } from "@/lib/i18n/translations";
import { PageLink } from "@/lib/ui/page-link";
import { PageTitle } from "@/lib/ui/page-title";
import { requireMember } from "@/lib/web/require-member";
import { PasteForm } from "./paste-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("paid"))("pasteTitle") };
}

/** Where a person pastes what 4Geeks' console shows as paid, to mark those links. */
export default async function PaidPage({ params }: PageProps<"/m/[merchant]/links/paid">) {
  const member = await requireMember((await params).merchant, "links:mark-paid");
  const t = await getTranslations("paid");
  return (
    <div className="grid max-w-xl gap-6">
      <div className="grid gap-2">
        <PageTitle>{t("pasteTitle")}</PageTitle>
        <FrameCheck member={member} />
        <p className="text-muted">{t("pasteText")}</p>
      </div>
      <PasteForm
        labels={{ paste: t("pasteLabel"), hint: t("pasteHint"), submit: t("find"), pending: t("finding") }}
      />
      <PageLink href={merchantPaths(member.merchant.slug).links} className="button button-quiet w-fit">
        {(await getTranslations("print"))("backToHistory")}
      </PageLink>
    </div>
  );
}
