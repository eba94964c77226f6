import { paths } from "@/lib/core/paths";
import { getTranslations } from "@/lib/i18n/translations";
import { PasskeyForm } from "@/lib/ui/passkey/passkey-form";
import { findPasskeyPlace } from "@/lib/web/passkey-place";
import { confirmWithPasskey } from "./actions";
import type { ProofProps } from "./password-proof";

export async function PasskeyProof({ next }: ProofProps) {
  const t = await getTranslations("passkey");
  const place = await findPasskeyPlace();
  if (!place) return null;
  return (
    <PasskeyForm
      action={confirmWithPasskey}
      name="confirm-passkey"
      ceremony="use"
      origin={place.origin}
      optionsPath={paths.passkeyOptions}
      labels={{ submit: t("use"), pending: t("using"), failed: t("failed") }}
    >
      <input type="hidden" name="next" value={next} />
    </PasskeyForm>
  );
}
