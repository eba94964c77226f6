import Link from "next/link";
import { useTranslations } from "next-intl";
import type { MemberMerchant } from "@/lib/members/service";
import type { Doubt } from "@/lib/payment-links/inbox";
import { PageTitle } from "@/lib/ui/page-title";
import { DoubtCard } from "./doubt-card";

/** One link in doubt, when it may be more links than its card in the inbox has room for. */
export function OneDoubt({ doubt, merchant }: { doubt: Doubt; merchant: MemberMerchant }) {
  const t = useTranslations("inbox");
  return (
    <div className="grid max-w-2xl gap-6">
      <PageTitle>{t("title")}</PageTitle>
      <DoubtCard doubt={doubt} merchant={merchant} />
      <Link href={`/m/${merchant.slug}/inbox`} className="link touch w-fit">
        {useTranslations("doubts")("whole")}
      </Link>
    </div>
  );
}
