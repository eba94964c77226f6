import { paths } from "@/lib/core/paths";
import { useTranslations } from "@/lib/i18n/translations";
import { listProviders } from "@/lib/platform/identity-providers";

/** The providers with which people can sign in. No page loads these links beforehand: they lead to the provider. */
export function ProviderSignIn({ next }: { next: string | null }) {
  const t = useTranslations("provider");
  const providers = listProviders();
  if (providers.length === 0) return null;
  return (
    <div className="grid gap-3">
      {providers.map(({ id, name }) => (
        <a
          key={id}
          href={next === null ? paths.providerSignIn(id) : paths.providerSignInThen(id, next)}
          className="button button-quiet"
        >
          {t("continueWith", { provider: name })}
        </a>
      ))}
    </div>
  );
}
