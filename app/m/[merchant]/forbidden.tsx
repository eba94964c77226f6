import { toLanguage } from "@/lib/i18n/language/locale";
import { useLocale } from "@/lib/i18n/translations";
import { MissingInside } from "@/lib/ui/missing";
import { missingTitle } from "@/lib/ui/missing-title";

export const generateMetadata = () => missingTitle("forbidden");

/** Shown inside the merchant, whose navigation has everything that the person may do. */
export default function Forbidden() {
  return <MissingInside why="forbidden" language={toLanguage(useLocale())} />;
}
