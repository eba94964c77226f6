"use server";

import { redirect } from "next/navigation";
import * as z from "zod";
import { merchantPaths } from "@/lib/core/merchant-paths";
import { paths } from "@/lib/core/paths";
import { changeLogo, removeLogo } from "@/lib/domain/merchants/change-logo";
import { changeSettings } from "@/lib/domain/merchants/change-settings";
import { deleteMerchant, disableMerchant } from "@/lib/domain/merchants/close-merchant";
import { type StoredSettings, settingsForm, toSettings, toSettingsForm } from "@/lib/domain/merchants/schema";
import { getTranslations } from "@/lib/i18n/translations";
import { memberAction } from "@/lib/web/action";
import { drawn, text } from "@/lib/web/form-schema";
import { mayUploadPicture } from "@/lib/web/limits";

export const saveSettings = memberAction(
  "settings:manage",
  {
    schema: settingsForm.extend({ drawn }),
    tooLong: { name: "business_name_too_long", slug: "slug_malformed" },
  },
  async ({ merchantId, actor }, { drawn: asDrawn, ...form }) => {
    const settings = toSettings(form);
    const changed = await changeSettings({ merchantId, actor, settings, drawn: asDrawn });
    if (!changed.ok && changed.code === "slug_taken") return { errors: { slug: changed.code } };
    if (!changed.ok) {
      const { conflicts, now, merged } = changed;
      return {
        errors: await conflictErrors(conflicts, now),
        values: { ...toSettingsForm(merged), drawn: JSON.stringify(now) },
      };
    }
    redirect(merchantPaths(changed.value.slug).generalSavedAt(String(Date.now())));
  },
);

export const saveLogo = memberAction(
  "settings:manage",
  { schema: z.object({ logo: text, drawn: text }), file: "logo" },
  async ({ merchantId, actor, paths: own, file }, { drawn: shown }) => {
    if (!(await mayUploadPicture(merchantId))) return { errors: { logo: "too_many_pictures" } };
    const bytes = new Uint8Array((await file?.arrayBuffer()) ?? []);
    const changed = await changeLogo({ merchantId, actor, file: bytes, drawn: shown });
    if (!changed.ok) return { errors: { logo: changed.code }, isChanged: changed.code === "changed_since" };
    redirect(own.logoSavedAt(String(Date.now())));
  },
);

export const deleteLogo = memberAction(
  "settings:manage",
  { schema: z.object({ drawn: text }) },
  async ({ merchantId, actor, paths: own }, { drawn: shown }) => {
    const removed = await removeLogo({ merchantId, actor, drawn: shown });
    if (!removed.ok) return { errors: { form: removed.code }, isChanged: true };
    redirect(own.logoSavedAt(String(Date.now())));
  },
);

/** Disables or deletes the merchant after its slug was typed. Its owner then finds it in their list of merchants. */
export const closeMerchant = memberAction(
  "merchant:close",
  { needsProof: true, schema: z.object({ confirmation: text, how: text }) },
  async ({ merchantId, merchant, actor }, { confirmation, how }) => {
    if (confirmation.trim() !== merchant.slug) return { errors: { confirmation: "confirmation_wrong" } };
    const request = { merchantId, actor };
    await (how === "delete" ? deleteMerchant(request) : disableMerchant(request));
    redirect(paths.merchants);
  },
);

/** An error for each field that somebody else changed too, with its current value. */
async function conflictErrors(conflicts: (keyof StoredSettings)[], now: StoredSettings) {
  const t = await getTranslations("general");
  const business = await getTranslations("business");
  const expiries = await getTranslations("expiry");
  const languages = now.customerLanguages.map((code) => business(`language_${code}`));
  const shown = {
    ...now,
    references: now.references ? t("on") : t("off"),
    cashiersOwnLinks: now.cashiersOwnLinks ? t("on") : t("off"),
    shortAddresses: now.shortAddresses ? t("on") : t("off"),
    tellsMarked: now.tellsMarked ? t("on") : t("off"),
    linkExpiry: expiries(now.linkExpiry),
    customerLanguages: languages.join(", "),
  };
  const field = (name: keyof StoredSettings) => (name === "customerLanguages" ? "language1" : name);
  return Object.fromEntries(
    conflicts.map((name) => [field(name), { code: "changed_meanwhile" as const, now: shown[name] }]),
  );
}
