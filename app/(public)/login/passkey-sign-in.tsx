import { signInWithPasskey } from "@/app/(public)/login/actions";
import { paths } from "@/lib/core/paths";
import { getTranslations } from "@/lib/i18n/translations";
import { PasskeyForm } from "@/lib/ui/passkey/passkey-form";
import { findPasskeyPlace } from "@/lib/web/passkey-place";

/** The quickest way in, where the portal's address allows passkeys. */
export async function PasskeySignIn({
  next,
  isSuggested = false,
}: {
  next: string | null;
  isSuggested?: boolean;
}) {
  const t = await getTranslations("passkey");
  const place = await findPasskeyPlace();
  if (!place) return null;
  return (
    <PasskeyForm
      action={signInWithPasskey}
      name="passkey"
      ceremony="use"
      origin={place.origin}
      optionsPath={paths.passkeyOptions}
      labels={{ submit: t("use"), pending: t("using"), failed: t("failed") }}
      isSuggested={isSuggested}
    >
      {next && <input type="hidden" name="next" value={next} />}
      {isSuggested && <p className="text-small text-muted">{t("or")}</p>}
    </PasskeyForm>
  );
}
