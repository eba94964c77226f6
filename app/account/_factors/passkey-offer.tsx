import { addPasskey, declinePasskey } from "@/app/account/second-factor/actions";
import { paths } from "@/lib/core/paths";
import { useTranslations } from "@/lib/i18n/translations";
import { ActionButton } from "@/lib/ui/form/action-button";
import { PasskeyForm } from "@/lib/ui/passkey/passkey-form";
import { readFrame } from "@/lib/web/frame";
import { findPasskeyPlace } from "@/lib/web/passkey-place";

/**
 * Offers a passkey to a person who has none, until they decline for good. It is shown where nobody is in a hurry: never
 * on the till, nor on the way from a new business to its first link, at whose beginning it was.
 * @param props.origin what `findPasskeyOffer` has found.
 * @param props.place tells the offers of one page apart.
 */
export function PasskeyOffer({
  origin,
  place,
  className = "",
}: {
  origin: string;
  place: string;
  className?: string;
}) {
  const t = useTranslations("passkey");
  return (
    <aside
      aria-label={t("offerTitle")}
      className={`grid gap-3 rounded-box border border-line bg-surface p-4 ${className}`}
    >
      <div className="grid gap-1">
        <p className="font-bold">{t("offerTitle")}</p>
        <p className="text-small text-muted">{t("offerText")}</p>
      </div>
      <PasskeyForm
        action={addPasskey}
        name={`offer-${place}`}
        ceremony="create"
        origin={origin}
        optionsPath={paths.newPasskeyOptions}
        labels={{ submit: t("add"), pending: t("adding"), failed: t("failed") }}
      />
      <ActionButton
        action={declinePasskey}
        name={`decline-${place}`}
        pending={t("declining")}
        className="button-quiet border-0 text-small"
      >
        {t("decline")}
      </ActionButton>
    </aside>
  );
}

/** The address for which a passkey is offered to the person; null where none is. */
export async function findPasskeyOffer(): Promise<string | null> {
  if (!(await readFrame())?.session.offersPasskey) return null;
  return (await findPasskeyPlace())?.origin ?? null;
}
