import type { Metadata } from "next";
import { FrameCheck } from "@/app/m/[merchant]/_frame/frame-check";
import { customerLanguages } from "@/lib/core/customer-language";
import { may } from "@/lib/domain/members/permissions";
import type { MemberMerchant } from "@/lib/domain/members/schema";
import { toSettingsForm } from "@/lib/domain/merchants/schema";
import { listUsedCurrencies } from "@/lib/domain/payment-links/create/list-used-currencies";
import { getLocale, getTranslations } from "@/lib/i18n/translations";
import { listCurrencyOptions } from "@/lib/money/currency-names";
import { listTimeZones } from "@/lib/money/region";
import { listUsual, toExpiryLabels } from "@/lib/ui/link-fields/expiry-options";
import { PageTitle } from "@/lib/ui/page-title";
import { tooLongMark } from "@/lib/web/form-limit";
import { shortAddress } from "@/lib/web/link-address";
import { openedAddress } from "@/lib/web/portal-address";
import { requireMember } from "@/lib/web/require-member";
import { CloseForm } from "./close-form";
import { LogoSection } from "./logo-section";
import { SettingsForm } from "./settings-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("general"))("title") };
}

type Props = PageProps<"/m/[merchant]/settings/general">;

/** The merchant's name, address and color, and the defaults for new links. */
export default async function GeneralPage({ params, searchParams }: Props) {
  const member = await requireMember((await params).merchant, "settings:manage");
  const { merchant, role } = member;
  const { saved, logo, [tooLongMark]: isTooLong } = await searchParams;
  const t = await getTranslations("general");
  const labels = await getTranslations("business");
  return (
    <div className="grid max-w-xl gap-8">
      <div className="grid gap-2">
        <PageTitle>{t("title")}</PageTitle>
        <FrameCheck member={{ merchant, role }} />
        {saved && (
          <p role="status" className="font-bold text-good">
            {t("saved")}
          </p>
        )}
      </div>
      <SettingsForm
        // After saving, a new form shows the saved values. What others save meanwhile does not change an open form.
        key={typeof saved === "string" ? saved : ""}
        initial={{ values: toValues(merchant), errors: {} }}
        currencies={listCurrencyOptions(await getLocale(), await listUsedCurrencies(member))}
        languages={customerLanguages.map((value) => ({ value, label: labels(`language_${value}`) }))}
        expiries={listUsual(toExpiryLabels(await getTranslations("expiry")))}
        timeZones={listTimeZones(merchant.timeZone).map(asOption)}
        labels={{
          name: t("name"),
          slug: t("slug"),
          slugHint: t("slugHint", { address: `${new URL(await openedAddress()).host}/m/${merchant.slug}` }),
          color: t("color"),
          colorHint: t("colorHint"),
          defaultCurrency: t("currency"),
          timeZone: t("timeZone"),
          references: t("references"),
          referencesHint: t("referencesHint"),
          cashiersOwnLinks: t("ownLinks"),
          cashiersOwnLinksHint: t("ownLinksHint"),
          shortAddresses: t("shortAddresses"),
          shortAddressesHint: t("shortAddressesHint", { example: shortAddress("k7q4m2x9p3ra") }),
          tellsMarked: t("tellsMarked"),
          tellsMarkedHint: t("tellsMarkedHint"),
          linkExpiry: t("linkExpiry"),
          linkExpiryHint: t("linkExpiryHint"),
          languages: labels("languages"),
          languagesHint: labels("languagesHint"),
          language1: labels("language1"),
          language2: labels("language2"),
          language3: labels("language3"),
          none: labels("noLanguage"),
          submit: t("save"),
          pending: t("saving"),
        }}
      />
      <LogoSection
        merchant={merchant}
        isTooHeavy={isTooLong !== undefined}
        savedKey={typeof logo === "string" ? logo : ""}
      />
      {may(role, "merchant:close") && <Close slug={merchant.slug} />}
    </div>
  );
}

async function Close({ slug }: { slug: string }) {
  const t = await getTranslations("general");
  const confirm = t("confirm", { slug });
  return (
    <section className="grid gap-2 border-t border-line pt-6">
      <h2>{t("closeTitle")}</h2>
      <p className="text-muted">{t("closeText")}</p>
      <CloseForm
        how="disable"
        labels={{ title: t("disable"), text: t("disableText"), confirm, pending: t("disabling") }}
      />
      <CloseForm
        how="delete"
        labels={{ title: t("delete"), text: t("deleteText"), confirm, pending: t("deleting") }}
      />
    </section>
  );
}

function toValues(merchant: MemberMerchant) {
  const { name, slug, color, defaultCurrency, timeZone } = merchant;
  const { references, cashiersOwnLinks, shortAddresses, tellsMarked, linkExpiry, customerLanguages } =
    merchant;
  const settings = {
    ...{ name, slug, color, defaultCurrency, timeZone },
    ...{ references, cashiersOwnLinks, shortAddresses, tellsMarked, linkExpiry, customerLanguages },
  };
  return { ...toSettingsForm(settings), drawn: JSON.stringify(settings) };
}

function asOption(value: string) {
  return { value, label: value };
}
