import { toLanguage } from "@/lib/i18n/language/locale";
import { useLocale } from "@/lib/i18n/translations";
import { Missing } from "@/lib/ui/missing";
import { missingTitle } from "@/lib/ui/missing-title";

export const generateMetadata = () => missingTitle("forbidden");

export default function Forbidden() {
  return <Missing why="forbidden" language={toLanguage(useLocale())} />;
}
