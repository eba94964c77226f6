import { getTranslations } from "@/lib/i18n/translations";
import { cookieName, isSecureOrigin } from "@/lib/platform/cookie-name";

const shortcuts = [
  ["c", "create"],
  ["/", "search"],
  ["j", "next"],
  ["k", "previous"],
  ["x", "pick"],
  ["Esc", "close"],
  ["g h", "history"],
  ["g i", "inbox"],
  ["?", "help"],
] as const;

/** What the help for shortcuts says: data alone, because most pages are left without opening it. */
export type HelpLabels = {
  areOn: boolean;
  cookie: { name: string; isSecure: boolean };
  title: string;
  close: string;
  /** Keys that are pressed one after the other have a space between them. */
  list: [keys: string, does: string][];
  /** Why one may turn them off, or that they are. */
  state: string;
  change: string;
};

export async function helpLabels(areOn: boolean): Promise<HelpLabels> {
  const t = await getTranslations("shortcuts");
  return {
    areOn,
    cookie: { name: cookieName("shortcuts"), isSecure: isSecureOrigin() },
    title: t("title"),
    close: t("closeHelp"),
    list: shortcuts.map(([keys, does]) => [keys, t(does)]),
    state: areOn ? t("areOn") : t("areOff"),
    change: areOn ? t("turnOff") : t("turnOn"),
  };
}
