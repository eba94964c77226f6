import { toLanguage } from "@/lib/i18n/language/locale";
import { useLocale } from "@/lib/i18n/translations";
import { Missing } from "@/lib/ui/missing";
import { missingTitle } from "@/lib/ui/missing-title";

export const generateMetadata = () => missingTitle("notFound");

export default function NotFound() {
  return <Missing why="notFound" language={toLanguage(useLocale())} />;
}
