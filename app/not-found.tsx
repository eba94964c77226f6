import { toLanguage } from "@/lib/i18n/language/locale";
import { useLocale } from "@/lib/i18n/translations";
import { Missing } from "@/lib/ui/missing";

export default function NotFound() {
  return <Missing why="notFound" language={toLanguage(useLocale())} />;
}
