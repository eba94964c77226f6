"use server";

import { requestPasswordReset } from "@/lib/domain/accounts/reset-password";
import { forgottenSchema } from "@/lib/domain/accounts/schema";
import { getTranslations } from "@/lib/i18n/translations";
import { publicAction } from "@/lib/web/action";
import { readDevice } from "@/lib/web/device-cookie";
import { provenAddress } from "@/lib/web/portal-address";

/** The answer is the same whether there is an account or not. */
export const forgot = publicAction({ schema: forgottenSchema }, async ({ ip, locale }, { email }) => {
  const asked = await requestPasswordReset(email, {
    locale,
    visitor: { ip, device: await readDevice() },
    portal: await provenAddress(),
  });
  if (!asked.ok) return { errors: { form: asked.code } };
  const t = await getTranslations("forgot");
  return { errors: {}, extra: t("sent", { email }), isDone: true };
});
