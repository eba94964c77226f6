import { deletePasskey } from "@/app/account/second-factor/actions";
import { NewPasskey } from "@/app/account/second-factor/new-passkey";
import { listPasskeys } from "@/lib/domain/second-factors/list-passkeys";
import { getFormatter, getTranslations } from "@/lib/i18n/translations";
import { ActionButton } from "@/lib/ui/form/action-button";

/** The person's passkeys, each with its last use, and the way to add one. */
export async function Passkeys({ personId }: { personId: string }) {
  const t = await getTranslations("passkey");
  const format = await getFormatter();
  const passkeys = await listPasskeys(personId);
  return (
    <>
      <NewPasskey next={null} />
      {passkeys.length > 0 && (
        <ul className="divide-y divide-line border-y border-line">
          {passkeys.map(({ id, name, lastUsedAt }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 py-3">
              <span className="grid min-w-0">
                <bdi className="truncate">{name}</bdi>
                <span className="text-small text-muted">
                  {lastUsedAt
                    ? t("lastUsed", { when: format.relativeTime(lastUsedAt, new Date()) })
                    : t("neverUsed")}
                </span>
              </span>
              <ActionButton
                action={deletePasskey}
                name={`passkey-${id.slice(0, 16)}`}
                fields={{ id }}
                pending={t("removing")}
                className="button-quiet text-small"
              >
                {t("remove")}
              </ActionButton>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
