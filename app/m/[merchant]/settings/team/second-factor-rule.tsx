import { useTranslations } from "@/lib/i18n/translations";
import { ActionButton } from "@/lib/ui/form/action-button";
import { setSecondFactorRule } from "./actions";

/** Whether owners and admins need a second factor, for an owner to change. */
export function SecondFactorRule({ isRequired }: { isRequired: boolean }) {
  const t = useTranslations("secondFactor");
  return (
    <section className="grid gap-3">
      <div className="grid gap-1">
        <h2>{t("ruleTitle")}</h2>
        <p className="text-muted">{t(isRequired ? "ruleOn" : "ruleOff")}</p>
      </div>
      <ActionButton
        action={setSecondFactorRule}
        name="second-factor-rule"
        fields={{ rule: isRequired ? "optional" : "required" }}
        pending={t("changing")}
        className="button-quiet"
      >
        {t(isRequired ? "relax" : "require")}
      </ActionButton>
    </section>
  );
}
