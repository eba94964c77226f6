import type { Metadata } from "next";
import { FrameCheck } from "@/app/m/[merchant]/_frame/frame-check";
import { merchantPaths } from "@/lib/core/merchant-paths";
import { getTillIdleMinutes } from "@/lib/domain/merchants/change-till-idle";
import { listTills } from "@/lib/domain/tills/find-till";
import { listPinHolders } from "@/lib/domain/tills/reset-pin";
import { getTranslations } from "@/lib/i18n/translations";
import { PageLink } from "@/lib/ui/page-link";
import { PageTitle } from "@/lib/ui/page-title";
import { requireMember } from "@/lib/web/require-member";
import { currentTill } from "@/lib/web/till-cookie";
import { EnrollForm, IdleForm } from "./till-forms";
import { PinHolders, Tills } from "./till-lists";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("tills"))("title") };
}

type Props = PageProps<"/m/[merchant]/settings/tills">;

/** The merchant's shared tills: which devices they are, when they lock, and who has a PIN. */
export default async function TillsPage({ params, searchParams }: Props) {
  const { merchant, role, merchantId } = await requireMember((await params).merchant, "tills:manage");
  const { saved } = await searchParams;
  const here = await currentTill();
  const isTill = here?.merchantId === merchantId;
  const t = await getTranslations("tills");
  return (
    <div className="grid max-w-xl gap-8">
      <div className="grid gap-2">
        <PageTitle>{t("title")}</PageTitle>
        <FrameCheck member={{ merchant, role }} />
        <p className="text-muted">{t("text")}</p>
        <p>
          <PageLink href={merchantPaths(merchant.slug).pin} className="link touch">
            {t("ownPin")}
          </PageLink>
        </p>
      </div>
      <section className="grid gap-3">
        <h2>{t("thisDevice")}</h2>
        {isTill ? (
          <p>{t("isTill", { name: here.name })}</p>
        ) : (
          <EnrollForm
            labels={{
              name: t("name"),
              hint: t("nameHint"),
              submit: t("enroll"),
              pending: t("enrolling"),
            }}
          />
        )}
      </section>
      <Tills tills={await listTills(merchantId)} hereId={isTill ? here.deviceId : null} />
      <section className="grid gap-3">
        <h2>{t("lock")}</h2>
        {saved && (
          <p role="status" className="font-bold text-good">
            {t("saved")}
          </p>
        )}
        <IdleForm
          key={typeof saved === "string" ? saved : ""}
          minutes={await getTillIdleMinutes(merchantId)}
          labels={{ minutes: t("minutes"), submit: t("save"), pending: t("saving") }}
        />
      </section>
      <PinHolders holders={await listPinHolders(merchantId)} />
    </div>
  );
}
