import { unlink } from "@/app/account/actions";
import { paths } from "@/lib/core/paths";
import { listIdentities } from "@/lib/domain/identities/find-identity";
import { getFormatter, getTranslations } from "@/lib/i18n/translations";
import { isSameIssuer, listProviders } from "@/lib/platform/identity-providers";
import { ActionButton } from "@/lib/ui/form/action-button";

/** The person's accounts at providers, and the ways to link one. Nothing where there are neither. */
export async function Identities({ personId }: { personId: string }) {
  const t = await getTranslations("provider");
  const passkeys = await getTranslations("passkey");
  const format = await getFormatter();
  const identities = await listIdentities(personId);
  const providers = listProviders();
  if (identities.length === 0 && providers.length === 0) return null;
  const isLinked = (issuer: string) => identities.some((identity) => isSameIssuer(identity.issuer, issuer));
  return (
    <section className="grid gap-3">
      <div className="grid gap-1">
        <h2>{t("title")}</h2>
        <p className="text-muted">{t("text")}</p>
      </div>
      {identities.length > 0 && (
        <ul className="divide-y divide-line border-y border-line">
          {identities.map(({ id, issuer, email, lastUsedAt }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 py-3">
              <span className="grid min-w-0">
                <bdi className="truncate">{findName(issuer)}</bdi>
                {email && <bdi className="truncate text-small text-muted">{email}</bdi>}
                <span className="text-small text-muted">
                  {lastUsedAt
                    ? passkeys("lastUsed", { when: format.relativeTime(lastUsedAt, new Date()) })
                    : passkeys("neverUsed")}
                </span>
              </span>
              <ActionButton
                action={unlink}
                name={`identity-${id}`}
                fields={{ id }}
                pending={t("unlinking")}
                className="button-quiet text-small"
              >
                {t("unlink")}
              </ActionButton>
            </li>
          ))}
        </ul>
      )}
      {providers
        .filter(({ issuer }) => !isLinked(issuer))
        .map(({ id, name }) => (
          // A link that no page loads beforehand, because it leads to the provider.
          <a key={id} href={paths.linkIdentity(id)} className="button button-quiet">
            {t("link", { provider: name })}
          </a>
        ))}
    </section>
  );

  /** What people call the provider; its host when the operator no longer sets it. */
  function findName(issuer: string): string {
    return providers.find((one) => isSameIssuer(one.issuer, issuer))?.name ?? new URL(issuer).host;
  }
}
