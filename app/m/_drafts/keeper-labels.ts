import { getTranslations } from "@/lib/i18n/translations";

/** What the frame says about drafts and new versions. */
export async function keeperLabels() {
  const t = await getTranslations("drafts");
  return {
    waiting: t("waiting"),
    made: t("made"),
    see: t("see"),
    signIn: t("signIn"),
    signedOut: t("signedOut"),
    newVersion: t("newVersion"),
    update: t("update"),
  };
}
