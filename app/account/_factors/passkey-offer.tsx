import { addPasskey, declinePasskey } from "@/app/account/second-factor/actions";
import { paths } from "@/lib/core/paths";
import { getTranslations } from "@/lib/i18n/translations";
import { ActionButton } from "@/lib/ui/form/action-button";
import { PasskeyForm } from "@/lib/ui/passkey/passkey-form";
import { readFrame } from "@/lib/web/frame";
import { findPasskeyPlace } from "@/lib/web/passkey-place";

/**
 * Offers a passkey to a person who has none, until they decline for good. It is shown where nobody is in a hurry: never
 * on the till, nor on the way from a new business to its first link, at whose beginning it was.
 * @param props.place tells the offers of one page apart.
 */
export async function PasskeyOffer({ place: where, className = "" }: { place: string; className?: string }) {
  const place = await findPasskeyPlace();
  if (!place || !(await readFrame())?.session.offersPasskey) return null;
  const t = await getTranslations("passkey");
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
        name={`offer-${where}`}
        ceremony="create"
        origin={place.origin}
        optionsPath={paths.newPasskeyOptions}
        labels={{ submit: t("add"), pending: t("adding"), failed: t("failed") }}
      />
      <ActionButton
        action={declinePasskey}
        name={`decline-${where}`}
        pending={t("declining")}
        className="button-quiet border-0 text-small"
      >
        {t("decline")}
      </ActionButton>
    </aside>
  );
}
