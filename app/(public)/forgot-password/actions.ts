"use server";

import { getTranslations } from "next-intl/server";
import { requestPasswordReset } from "@/lib/domain/accounts/reset-password";
import { forgottenSchema } from "@/lib/domain/accounts/schema";
import { schemaErrors } from "@/lib/i18n/schema-errors";
import { publicAction } from "@/lib/web/action";
import { provenAddress } from "@/lib/web/portal-address";

/** The same sentence whether there is such an account or not. */
export const forgot = publicAction<"email", string>({ fields: ["email"] }, async ({ ip, locale }, form) => {
  const parsed = forgottenSchema.safeParse(form);
  if (!parsed.success) return { errors: schemaErrors(parsed.error) };
  const asked = await requestPasswordReset(parsed.data.email, {
    locale,
    ip,
    portal: await provenAddress(),
  });
  if (!asked.ok) return { errors: { form: asked.code } };
  const t = await getTranslations("forgot");
  return { errors: {}, extra: t("sent", { email: parsed.data.email }), isDone: true };
});
