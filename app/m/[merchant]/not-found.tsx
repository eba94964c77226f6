import { toLanguage } from "@/lib/i18n/language/locale";
import { useLocale } from "@/lib/i18n/translations";
import { MissingInside } from "@/lib/ui/missing";
import { missingTitle } from "@/lib/ui/missing-title";

export const generateMetadata = () => missingTitle("notFound");

/** Shown inside a merchant that the person is a member of, whose navigation leads on. */
export default function NotFound() {
  return <MissingInside why="notFound" language={toLanguage(useLocale())} />;
}
