import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { may } from "@/lib/auth/permissions";
import { requireMember } from "@/lib/auth/require-member";
import { currencies } from "@/lib/currencies";
import { customerLanguages } from "@/lib/customer-language";
import { env } from "@/lib/env";
import { tooLongMark } from "@/lib/form-limit";
import type { MemberMerchant } from "@/lib/members/service";
import { listTimeZones } from "@/lib/region";
import { PageTitle } from "@/lib/ui/page-title";
import { CloseForm } from "./close-form";
import { LogoSection } from "./logo-section";
import { SettingsForm } from "./settings-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("general"))("title") };
}

type Props = PageProps<"/m/[merchant]/settings/general">;

/** The merchant itself: its name, address and colour, and what new links begin with. */
export default async function GeneralPage({ params, searchParams }: Props) {
  const { merchant, role } = await requireMember((await params).merchant, "settings:manage");
  const { saved, [tooLongMark]: isTooLong } = await searchParams;
  const t = await getTranslations("general");
  const words = await getTranslations("business");
  return (
    <div className="grid max-w-xl gap-8">
      <div className="grid gap-2">
        <PageTitle>{t("title")}</PageTitle>
        {saved && (
          <p role="status" className="font-bold text-good">
            {t("saved")}
          </p>
        )}
      </div>
      <SettingsForm
        // What was saved is what a new form begins with.
        key={JSON.stringify(merchant)}
        initial={{ values: valuesOf(merchant), errors: {} }}
        currencies={currencies.map(asOption)}
        languages={customerLanguages.map((value) => ({ value, label: words(`language_${value}`) }))}
        timeZones={listTimeZones(merchant.timeZone).map(asOption)}
        words={{
          name: t("name"),
          slug: t("slug"),
          slugHint: t("slugHint", { address: `${new URL(env().APP_URL).host}/m/${merchant.slug}` }),
          color: t("color"),
          colorHint: t("colorHint"),
          defaultCurrency: t("currency"),
          timeZone: t("timeZone"),
          references: t("references"),
          referencesHint: t("referencesHint"),
          cashiersOwnLinks: t("ownLinks"),
          cashiersOwnLinksHint: t("ownLinksHint"),
          languages: words("languages"),
          languagesHint: words("languagesHint"),
          language1: words("language1"),
          language2: words("language2"),
          language3: words("language3"),
          none: words("noLanguage"),
          submit: t("save"),
          pending: t("saving"),
        }}
      />
      <LogoSection merchant={merchant} isTooHeavy={isTooLong !== undefined} />
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
        words={{ title: t("disable"), text: t("disableText"), confirm, pending: t("disabling") }}
      />
      <CloseForm
        how="delete"
        words={{ title: t("delete"), text: t("deleteText"), confirm, pending: t("deleting") }}
      />
    </section>
  );
}

function valuesOf({ name, slug, color, defaultCurrency, timeZone, ...merchant }: MemberMerchant) {
  return {
    name,
    slug,
    color,
    defaultCurrency,
    timeZone,
    references: merchant.references ? "on" : "",
    cashiersOwnLinks: merchant.cashiersOwnLinks ? "on" : "",
    language1: merchant.customerLanguages[0] ?? "",
    language2: merchant.customerLanguages[1] ?? "",
    language3: merchant.customerLanguages[2] ?? "",
  };
}

function asOption(value: string) {
  return { value, label: value };
}
