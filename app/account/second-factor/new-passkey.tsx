import { paths } from "@/lib/core/paths";
import { getTranslations } from "@/lib/i18n/translations";
import { PasskeyForm } from "@/lib/ui/passkey/passkey-form";
import { findPasskeyPlace } from "@/lib/web/passkey-place";
import { addPasskey } from "./actions";

/** What passkeys are, and the button to create one, where the portal's address allows it. */
export async function NewPasskey({ next }: { next: string | null }) {
  const t = await getTranslations("passkey");
  const place = await findPasskeyPlace();
  return (
    <section className="grid gap-4">
      <div className="grid gap-1">
        <h2>{t("title")}</h2>
        <p className="text-muted">{t(place ? "text" : "impossible")}</p>
      </div>
      {place && (
        <PasskeyForm
          action={addPasskey}
          name="new-passkey"
          ceremony="create"
          origin={place.origin}
          optionsPath={paths.newPasskeyOptions}
          labels={{ submit: t("add"), pending: t("adding"), failed: t("failed") }}
          above={<PasskeyName label={t("name")} hint={t("nameHint")} />}
        >
          {next && <input type="hidden" name="next" value={next} />}
        </PasskeyForm>
      )}
    </section>
  );
}

function PasskeyName({ label, hint }: { label: string; hint: string }) {
  return (
    <div className="grid gap-1.5">
      <label htmlFor="passkey-name" className="text-small font-bold">
        {label}
      </label>
      <input
        id="passkey-name"
        name="name"
        autoComplete="off"
        dir="auto"
        aria-describedby="passkey-name-hint"
        className="input"
      />
      <p id="passkey-name-hint" className="text-small text-muted">
        {hint}
      </p>
    </div>
  );
}
