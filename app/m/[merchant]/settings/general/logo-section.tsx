import { isolateReversed } from "@/lib/core/isolate";
import { merchantPaths } from "@/lib/core/merchant-paths";
import type { MemberMerchant } from "@/lib/domain/members/schema";
import { getTranslations } from "@/lib/i18n/translations";
import { logoMaxBytes } from "@/lib/rendering/logo-picture";
import { ActionButton } from "@/lib/ui/form/action-button";
import { Icon } from "@/lib/ui/icon";
import { deleteLogo } from "./actions";
import { LogoForm } from "./logo-form";

/** The current logo, with the forms to replace or remove it. */
export async function LogoSection({
  merchant: { slug, name, logoVersion },
  isTooHeavy,
  savedKey,
}: {
  merchant: MemberMerchant;
  isTooHeavy: boolean;
  /** Changes after a logo is saved here. */
  savedKey: string;
}) {
  const t = await getTranslations("business");
  const errors = await getTranslations("errors");
  return (
    <section className="grid gap-4 border-t border-line pt-6">
      <h2>{t("logo")}</h2>
      <div className="grid items-start gap-4 sm:grid-cols-[6rem_1fr]">
        <div className="grid size-24 place-items-center overflow-hidden rounded-box border border-line on-white text-black">
          {logoVersion === null ? (
            <Icon name="shop" className="size-8 opacity-40" />
          ) : (
            // biome-ignore lint/performance/noImgElement: it is small, and shared caches must not store it.
            <img
              src={merchantPaths(slug).logo(logoVersion)}
              width={88}
              height={88}
              alt={t("logoOf", { merchant: isolateReversed(name) })}
              className="size-22 object-contain"
            />
          )}
        </div>
        <div className="grid gap-3">
          <LogoForm
            // After saving, the form is empty again.
            key={savedKey}
            drawn={logoVersion ?? ""}
            maxBytes={logoMaxBytes}
            tooHeavy={errors("logo_too_heavy")}
            isTooHeavy={isTooHeavy}
            labels={{
              field: t("logoNew"),
              hint: t("logoHint"),
              submit: t("saveLogo"),
              pending: t("savingLogo"),
            }}
          />
          {logoVersion !== null && (
            <ActionButton
              action={deleteLogo}
              name="delete-logo"
              fields={{ drawn: logoVersion }}
              pending={t("removingLogo")}
              className="button-quiet"
            >
              {t("removeLogo")}
            </ActionButton>
          )}
        </div>
      </div>
    </section>
  );
}
