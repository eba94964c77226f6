import type { Metadata } from "next";
import { FrameCheck } from "@/app/m/[merchant]/_frame/frame-check";
import { hasPin } from "@/lib/domain/tills/choose-pin";
import { getTranslations } from "@/lib/i18n/translations";
import { PageTitle } from "@/lib/ui/page-title";
import { requireMember } from "@/lib/web/require-member";
import { PinForm } from "./pin-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("pin"))("title") };
}

type Props = PageProps<"/m/[merchant]/settings/pin">;

/** Where people choose their own PIN for the merchant's shared tills. */
export default async function PinPage({ params, searchParams }: Props) {
  const member = await requireMember((await params).merchant, "pin:choose");
  const { merchant, role, merchantId, person } = member;
  const { saved } = await searchParams;
  const isChosen = await hasPin(merchantId, person.id);
  const t = await getTranslations("pin");
  return (
    <div className="grid max-w-xl gap-6">
      <div className="grid gap-2">
        <PageTitle>{t("title")}</PageTitle>
        <FrameCheck member={{ merchant, role }} />
        <p className="text-muted">{t("text")}</p>
        {saved && (
          <p role="status" className="font-bold text-good">
            {t("saved")}
          </p>
        )}
        {isChosen && !saved && <p>{t("chosen")}</p>}
      </div>
      <PinForm
        key={typeof saved === "string" ? saved : ""}
        labels={{
          pin: t("pin"),
          pinHint: t("hint"),
          again: t("again"),
          submit: t(isChosen ? "change" : "choose"),
          pending: t("saving"),
        }}
      />
    </div>
  );
}
