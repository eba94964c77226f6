import { getLanguage, type Language, languages } from "@/lib/i18n/language/locale";
import { useLocale, useTranslations } from "@/lib/i18n/translations";
import { PlainForm } from "@/lib/ui/form/plain-form";

const names = { en: "English", es: "Español", pt: "Português" } as const satisfies Record<Language, string>;

/** A button for each language. Each is a form, and works without scripts. */
export function LanguageSwitch({ action }: { action: (formData: FormData) => Promise<void> }) {
  const t = useTranslations("app");
  const current = getLanguage(useLocale());
  return (
    <PlainForm action={action} name="language">
      <fieldset className="flex gap-4 text-small">
        <legend className="sr-only">{t("language")}</legend>
        {languages.map((language) => (
          <button
            type="submit"
            key={language}
            name="language"
            value={language}
            lang={language}
            aria-pressed={language === current}
            className={`touch ${language === current ? "font-bold" : "text-muted underline"}`}
          >
            {names[language]}
          </button>
        ))}
      </fieldset>
    </PlainForm>
  );
}
