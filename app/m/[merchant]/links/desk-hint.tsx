import { useTranslations } from "next-intl";

/** What the place beside the history says while no link is open. */
export function DeskHint() {
  const t = useTranslations("desk");
  return <p className="text-muted max-desk:hidden">{t("nothingOpen")}</p>;
}
