import type { Metadata } from "next";
import { Passkeys } from "@/app/account/_factors/passkeys";
import { SecondStep } from "@/app/account/_factors/second-step";
import { Identities } from "@/app/account/_identities/identities";
import { ProviderProblem } from "@/app/account/_identities/provider-problem";
import { signOut } from "@/app/account/actions";
import { NameForm } from "@/app/account/name-form";
import { SessionList } from "@/app/account/session-list";
import { chooseLanguage } from "@/app/language/actions";
import { paths } from "@/lib/core/paths";
import { getTranslations } from "@/lib/i18n/translations";
import { PlainForm } from "@/lib/ui/form/plain-form";
import { LanguageSwitch } from "@/lib/ui/language-switch";
import { PageLink } from "@/lib/ui/page-link";
import { PageTitle } from "@/lib/ui/page-title";
import { PersonShell } from "@/lib/ui/person-shell";
import { listOwnSessions, requireSession } from "@/lib/web/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account"))("title") };
}

/** What was saved just now, by the address. */
const changes = ["name", "password", "sessions", "linked", "unlinked"] as const;

export default async function AccountPage({ searchParams }: PageProps<"/account">) {
  const asked = await searchParams;
  const { id, person } = await requireSession();
  const t = await getTranslations("account");
  const change = changes.find((one) => one === asked.saved);
  return (
    <PersonShell>
      <div className="grid gap-1">
        <PageTitle>
          <bdi>{person.name}</bdi>
        </PageTitle>
        <p className="text-muted">{t("signedInAs", { email: person.email })}</p>
      </div>
      {change && (
        <p role="status" className="font-bold text-good">
          {t(`saved_${change}`)}
        </p>
      )}
      <ProviderProblem asked={asked} />
      <section className="grid gap-1">
        <h2>{t("language")}</h2>
        <LanguageSwitch action={chooseLanguage} />
      </section>
      <NameForm key={person.name} name={person.name} />
      <section className="grid gap-1">
        <h2>{t("password")}</h2>
        <PageLink href={paths.password} className="link touch w-fit">
          {t("changePassword")}
        </PageLink>
      </section>
      <Passkeys personId={person.id} />
      <SecondStep personId={person.id} />
      <Identities personId={person.id} />
      <SessionList sessions={await listOwnSessions(person.id)} here={id} />
      <div className="flex flex-wrap gap-3">
        <PlainForm action={signOut} name="sign-out" endsSession losesDrafts>
          <button type="submit" className="button button-quiet">
            {t("signOut")}
          </button>
        </PlainForm>
        <PageLink href={paths.merchants} className="link touch">
          {t("back")}
        </PageLink>
      </div>
    </PersonShell>
  );
}
