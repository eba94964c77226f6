import type { Metadata } from "next";
import { headers } from "next/headers";
import { findPasskeyOffer, PasskeyOffer } from "@/app/account/_factors/passkey-offer";
import { PersonDrafts } from "@/app/m/_drafts/person-drafts";
import { getLanguage, preferredRegions } from "@/lib/i18n/language/locale";
import { getLocale, getTranslations } from "@/lib/i18n/translations";
import { listCurrencyOptions } from "@/lib/money/currency-names";
import { listTimeZones } from "@/lib/money/region";
import { regionDefaults } from "@/lib/money/region-defaults";
import { PageTitle } from "@/lib/ui/page-title";
import { PersonShell } from "@/lib/ui/person-shell";
import { requirePerson } from "@/lib/web/session";
import { NewMerchantForm } from "./new-merchant-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("newMerchant"))("title") };
}

export default async function NewMerchantPage() {
  await requirePerson();
  const t = await getTranslations("newMerchant");
  const known = {
    regions: preferredRegions((await headers()).get("accept-language")),
    language: getLanguage(await getLocale()),
  };
  const general = await getTranslations("general");
  const passkeyOrigin = await findPasskeyOffer();
  return (
    <PersonShell>
      <PersonDrafts />
      <div className="grid gap-1">
        <PageTitle>{t("title")}</PageTitle>
        <p className="text-muted">{t("intro")}</p>
      </div>
      <NewMerchantForm
        known={known}
        guessed={regionDefaults({ ...known, timeZone: "" })}
        currencies={listCurrencyOptions(await getLocale())}
        timeZones={listTimeZones()}
        labels={{
          name: t("name"),
          currency: general("currency"),
          currencyHint: t("currencyHint"),
          timeZone: general("timeZone"),
          timeZoneHint: t("timeZoneHint"),
          submit: t("submit"),
          pending: t("pending"),
        }}
      />
      {passkeyOrigin !== null && <PasskeyOffer origin={passkeyOrigin} place="new" />}
    </PersonShell>
  );
}
