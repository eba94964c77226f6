import { paths } from "@/lib/core/paths";
import { asksForSecondStep, getFactors, isProtected } from "@/lib/domain/second-factors/find-factors";
import { getTranslations } from "@/lib/i18n/translations";
import { PageLink } from "@/lib/ui/page-link";

/** Whether the password alone signs the person in, and the way to change that. */
export async function SecondStep({ personId }: { personId: string }) {
  const t = await getTranslations("secondFactor");
  const [isAsked, factors] = await Promise.all([asksForSecondStep(personId), getFactors(personId)]);
  return (
    <section className="grid gap-1">
      <h2>{t("title")}</h2>
      <p className="text-muted">
        {t(isAsked ? "on" : "off")}
        {isProtected(factors) && ` ${t("codesTitle")}: ${t("codesLeft", { count: factors.recoveryCodes })}`}
      </p>
      <PageLink href={paths.secondFactor} className="link touch w-fit">
        {t(factors.hasAuthenticator ? "open" : "setUp")}
      </PageLink>
    </section>
  );
}
