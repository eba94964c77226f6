import { isolateReversed } from "@/lib/core/isolate";
import { getTranslations } from "@/lib/i18n/translations";
import { toExpiryLabels } from "@/lib/ui/link-fields/expiry-options";
import type { CreateScreenProps } from "./create-screen";

/** The sentences that the page's scripts need; the catalogues themselves stay on the server. */
export async function createScreenLabels(merchant: string): Promise<CreateScreenProps["labels"]> {
  const t = await getTranslations("newLink");
  const labels = await getTranslations("create");
  const drafts = await getTranslations("drafts");
  return {
    title: t("title"),
    amount: t("amount"),
    currency: t("currency"),
    description: t("description"),
    placeholder: t("descriptionPlaceholder"),
    usual: labels("usual"),
    interpretations: t("interpretations"),
    submit: t("submit"),
    pending: t("pending"),
    forMerchant: labels("forMerchant", { merchant: isolateReversed(merchant) }),
    seeEarlier: t("seeEarlier"),
    useEarlier: t("useEarlier"),
    createAnyway: t("createAnyway"),
    keypad: labels("keypad"),
    back: labels("back"),
    mark: labels("mark"),
    templates: labels("templates"),
    slow: labels("slow"),
    offline: labels("offline"),
    noAnswer: labels("noAnswer"),
    tapRestored: labels("tapRestored"),
    creatingIn: labels("creatingIn"),
    undo: labels("undo"),
    undone: labels("undone"),
    left: labels("left"),
    keepDraft: drafts("offer"),
    incompleteDraft: drafts("incomplete"),
    unstoredDraft: drafts("notStored"),
    keptDraft: drafts("kept"),
    expiry: toExpiryLabels(await getTranslations("expiry")),
  };
}
