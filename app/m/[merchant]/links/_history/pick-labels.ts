import { may } from "@/lib/domain/members/permissions";
import type { Role } from "@/lib/domain/members/schema";
import { getTranslations } from "@/lib/i18n/translations";
import type { PickLabels } from "./pick-form";

/** What a person may do with several links at once. */
export function listPickUses(role: Role): PickLabels["may"] {
  return [
    ...(may(role, "links:mark-paid") ? (["paid"] as const) : []),
    ...(may(role, "links:note") ? (["tag"] as const) : []),
    ...(may(role, "links:export") ? (["export"] as const) : []),
    ...(may(role, "links:print") ? (["print"] as const) : []),
    ...(may(role, "links:share") ? (["share"] as const) : []),
  ];
}

/** The labels of the bar below a list in which links are chosen. */
export async function pickLabels(role: Role): Promise<PickLabels> {
  const t = await getTranslations("selected");
  return {
    may: listPickUses(role),
    // The number is filled in by the browser.
    chosen: t("chosen", { count: "{count}" }),
    all: t("all"),
    none: t("none"),
    paid: t("paid"),
    tag: t("tag"),
    export: t("export"),
    print: t("print"),
    share: t("share"),
  };
}
