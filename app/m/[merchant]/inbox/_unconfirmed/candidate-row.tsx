import { merchantPaths } from "@/lib/core/merchant-paths";
import type { PaymentLink } from "@/lib/domain/payment-links/schema";
import { useTranslations } from "@/lib/i18n/translations";
import { Icon } from "@/lib/ui/icon";
import { useMoments } from "@/lib/ui/moments/use-moments";
import { PageLink } from "@/lib/ui/page-link";

/** A candidate for an unconfirmed link, with links to its pay page and to the page that compares the two. */
export function CandidateRow({
  linkId,
  candidate,
  slug,
  timeZone,
}: {
  linkId: string;
  candidate: PaymentLink;
  slug: string;
  timeZone: string;
}) {
  const t = useTranslations("inbox");
  const match = useTranslations("match");
  const moments = useMoments(timeZone);
  const paths = merchantPaths(slug);
  const when = moments.toText(candidate.createdAt);
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 py-3">
      <a
        href={paths.openCandidate(linkId, candidate.id)}
        target="_blank"
        rel="noreferrer"
        className="touch min-w-60 flex-1 gap-2 no-underline"
      >
        <Icon name="external" />
        <span className="grid min-w-0">
          <span className="font-bold underline">{t("open")}</span>
          <span className="font-mono text-small text-muted wrap-anywhere">{candidate.url}</span>
          <span className="text-small text-muted">{match("foundAt", { when })}</span>
        </span>
      </a>
      <PageLink href={paths.candidate(linkId, candidate.id)} className="button button-quiet">
        {t("useLink")}
      </PageLink>
    </div>
  );
}
