import { createScreenLabels } from "@/app/m/[merchant]/links/new/_create/create-screen-labels";
import type { Mode } from "@/lib/core/mode";
import { type ShownState, shownStates } from "@/lib/domain/payment-links/schema";
import { getTranslations } from "@/lib/i18n/translations";

/** Replaced by the merchant's name, which only the browser knows. */
const merchantPlace = "%merchant%";

const issues = [
  ...["amount_empty", "amount_not_a_number", "amount_other_digits", "amount_negative", "amount_zero"],
  ...["amount_too_large", "amount_too_many_decimals", "amount_ambiguous", "amount_currency_contradicted"],
  ...["amount_currency_not_offered", "currency_not_offered", "description_missing", "description_too_long"],
  ...["description_unprintable", "expiry_day_malformed", "expiry_day_past", "expiry_day_far"],
] as const;

/** Every sentence of the page, which has no server to ask for more. */
export async function shellLabels() {
  const t = await getTranslations("offlineShell");
  const drafts = await getTranslations("drafts");
  const link = await getTranslations("link");
  const states = await getTranslations("state");
  const modes = await getTranslations("mode");
  const nav = await getTranslations("nav");
  return {
    create: await createScreenLabels(merchantPlace),
    issues: await issueSentences(),
    states: Object.fromEntries(shownStates.map((state) => [state, states(state)])) as Record<
      ShownState,
      string
    >,
    modes: { test: modes("test"), sandbox: modes("sandbox"), live: modes("live") } satisfies Record<
      Mode,
      string
    >,
    nav: { new: nav("new"), history: nav("history"), main: nav("main") },
    link: {
      noAmount: link("noAmount"),
      noDescription: link("noDescription"),
      qr: link("qr"),
      reference: link("reference", { reference: "%reference%" }),
    },
    badge: (await getTranslations("offline"))("badge"),
    title: t("title"),
    nothingTitle: t("nothingTitle"),
    nothingText: t("nothingText"),
    noPageTitle: t("noPageTitle"),
    noPageText: t("noPageText"),
    notSeenText: t("notSeenText"),
    asOf: t("asOf", { time: "%time%" }),
    notPayable: t("notPayable"),
    noLinks: t("noLinks"),
    reload: t("reload"),
    drafts: {
      title: drafts("title"),
      notYet: drafts("notYet"),
      keep: drafts("keep"),
      kept: drafts("kept"),
      save: drafts("save"),
      cancel: drafts("cancel"),
      edit: drafts("edit"),
      drop: drafts("drop"),
      dismiss: drafts("dismiss"),
      tryAgain: drafts("tryAgain"),
      made: drafts("madeOne"),
      unconfirmed: drafts("unconfirmed"),
      openLink: drafts("openLink"),
      seeEarlier: drafts("seeEarlier"),
      waits: drafts("waits"),
      signedOut: drafts("signedOut"),
      signIn: drafts("signIn"),
      none: drafts("none"),
    },
  };
}

export type ShellLabels = Awaited<ReturnType<typeof shellLabels>>;

async function issueSentences(): Promise<Record<string, string>> {
  const t = await getTranslations("errors");
  return Object.fromEntries(issues.map((code) => [code, t(code)]));
}
