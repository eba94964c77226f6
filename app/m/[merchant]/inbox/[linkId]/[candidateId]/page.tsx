import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { FrameCheck } from "@/app/m/[merchant]/_frame/frame-check";
import { merchantPaths } from "@/lib/core/merchant-paths";
import { isUuid } from "@/lib/core/uuid";
import { listUsedCurrencies } from "@/lib/domain/payment-links/create/list-used-currencies";
import { findPaymentLink } from "@/lib/domain/payment-links/history/list-history";
import { findCandidate } from "@/lib/domain/payment-links/inbox/find-candidate";
import { getTranslations } from "@/lib/i18n/translations";
import { PageLink } from "@/lib/ui/page-link";
import { PageTitle } from "@/lib/ui/page-title";
import { type Member, requireMember } from "@/lib/web/require-member";
import { CompareLinks } from "./_compare/compare-links";
import { ConfirmMatch } from "./_compare/confirm-match";

type Props = PageProps<"/m/[merchant]/inbox/[linkId]/[candidateId]">;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("match"))("title") };
}

/** Compares an unconfirmed link with one candidate, so that a person can say whether they are the same link. */
export default async function CandidatePage({ params }: Props) {
  const { merchant: slug, linkId, candidateId } = await params;
  const member = await requireMember(slug, "links:resolve");
  const { merchant, role } = member;
  const paths = merchantPaths(merchant.slug);
  const t = await getTranslations("match");
  const found = await load(member, linkId, candidateId);
  // It was decided in the meantime, and its page says how.
  if (found === "decided") redirect(paths.link(linkId));
  return (
    <div className="grid max-w-2xl gap-4">
      <PageTitle>{t("title")}</PageTitle>
      <FrameCheck member={{ merchant, role }} />
      {found ? (
        <>
          <CompareLinks found={found} merchant={merchant} />
          <ConfirmMatch {...{ found, merchant }} usedCurrencies={await listUsedCurrencies(member)} />
        </>
      ) : (
        <p role="status">{t("gone")}</p>
      )}
      <PageLink href={paths.inbox} className="link touch w-fit">
        {t("back")}
      </PageLink>
    </div>
  );
}

async function load({ view, person }: Member, linkId: string, candidateId: string) {
  if (!isUuid(linkId) || !isUuid(candidateId)) return null;
  const link = await findPaymentLink(view, linkId);
  if (link && link.state !== "unknown") return "decided";
  return findCandidate({ view, actor: { userId: person.id, ip: null }, linkId }, candidateId);
}
