import type { Metadata } from "next";
import { CodeProof } from "@/app/account/confirm/code-proof";
import { PasskeyProof } from "@/app/account/confirm/passkey-proof";
import { isolateReversed } from "@/lib/core/isolate";
import { paths } from "@/lib/core/paths";
import { findMembership } from "@/lib/domain/members/find-membership";
import { mustHaveSecondFactor } from "@/lib/domain/members/second-factor-rule";
import { getFactors, isProtected } from "@/lib/domain/second-factors/find-factors";
import { getTranslations } from "@/lib/i18n/translations";
import { PageLink } from "@/lib/ui/page-link";
import { PageTitle } from "@/lib/ui/page-title";
import { PersonShell } from "@/lib/ui/person-shell";
import { safeNextPath, slugInPath } from "@/lib/web/address";
import { requireSession } from "@/lib/web/session";
import { AppSection, getCodeLabels } from "./app-section";
import { CodesForm } from "./codes-form";
import { NewPasskey } from "./new-passkey";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("secondFactor"))("title") };
}

/** Where a person sets up their second factor, or shows it when a business waits for it. */
export default async function SecondFactorPage({ searchParams }: PageProps<"/account/second-factor">) {
  const { next } = await searchParams;
  const after = safeNextPath(typeof next === "string" ? next : null);
  const { person, secondFactorAt } = await requireSession();
  const factors = await getFactors(person.id);
  const business = await findRequiring(person.id, after);
  const isShown = secondFactorAt !== null;
  const t = await getTranslations("secondFactor");
  return (
    <PersonShell>
      <div className="grid gap-2">
        <PageTitle>{t("title")}</PageTitle>
        <p className="text-muted">{business && !isShown ? t("required", { business }) : t("intro")}</p>
      </div>
      {after && isShown && (
        <PageLink href={after} className="button button-primary">
          {t("goOn")}
        </PageLink>
      )}
      {business && isProtected(factors) && !isShown && (
        <section className="grid gap-4 rounded-box border border-line bg-surface p-4">
          <p className="font-bold">{t("showIt")}</p>
          {factors.hasPasskey && <PasskeyProof email={person.email} next={after ?? paths.account} />}
          <CodeProof email={person.email} next={after ?? paths.account} />
        </section>
      )}
      {!factors.hasPasskey && <NewPasskey next={after} />}
      <AppSection person={person} isInUse={factors.hasAuthenticator} next={after} />
      {isProtected(factors) && (
        <section className="grid gap-3">
          <div className="grid gap-1">
            <h2>{t("codesTitle")}</h2>
            <p className="text-muted">
              {t("codesText")} {t("codesLeft", { count: factors.recoveryCodes })}
            </p>
          </div>
          <CodesForm
            labels={{ makeCodes: t("makeCodes"), making: t("making"), ...(await getCodeLabels()) }}
          />
        </section>
      )}
      <PageLink href={paths.account} className="link touch w-fit">
        {t("back")}
      </PageLink>
    </PersonShell>
  );
}

/** The name of the business that waits for a second factor, if the person was sent here from one. */
async function findRequiring(userId: string, from: string | null): Promise<string | null> {
  const slug = slugInPath(from ?? "");
  const membership = slug === null ? null : await findMembership(userId, slug);
  return membership && mustHaveSecondFactor(membership) ? isolateReversed(membership.merchant.name) : null;
}
