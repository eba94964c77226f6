import { merchantPaths } from "@/lib/core/merchant-paths";
import type { MemberMerchant } from "@/lib/domain/members/schema";
import type { UnconfirmedLink } from "@/lib/domain/payment-links/inbox/get-inbox";
import { useTranslations } from "@/lib/i18n/translations";
import { PageLink } from "@/lib/ui/page-link";
import { PageTitle } from "@/lib/ui/page-title";
import { UnconfirmedCard } from "./unconfirmed-card";

/** One unconfirmed link, with more candidates than its card in the inbox has room for. */
export function UnconfirmedDetail({
  unconfirmed,
  merchant,
}: {
  unconfirmed: UnconfirmedLink;
  merchant: MemberMerchant;
}) {
  const t = useTranslations("inbox");
  return (
    <div className="grid max-w-2xl gap-6">
      <PageTitle>{t("title")}</PageTitle>
      <UnconfirmedCard unconfirmed={unconfirmed} merchant={merchant} />
      <PageLink href={merchantPaths(merchant.slug).inbox} className="link touch w-fit">
        {useTranslations("unconfirmedLinks")("whole")}
      </PageLink>
    </div>
  );
}
