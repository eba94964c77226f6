import type { Metadata } from "next";
import Link from "next/link";
import { getFormatter, getTranslations } from "next-intl/server";
import { Passkeys } from "@/app/account/_factors/passkeys";
import { SecondStep } from "@/app/account/_factors/second-step";
import { endOtherSession, signOut } from "@/app/account/actions";
import { chooseLanguage } from "@/app/language/actions";
import { paths } from "@/lib/core/paths";
import { deviceName } from "@/lib/ui/device-name";
import { PlainForm } from "@/lib/ui/form/plain-form";
import { LanguageSwitch } from "@/lib/ui/language-switch";
import { PageTitle } from "@/lib/ui/page-title";
import { PersonShell } from "@/lib/ui/person-shell";
import { currentSession, listOwnSessions, requirePerson } from "@/lib/web/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account"))("title") };
}

export default async function AccountPage() {
  const person = await requirePerson();
  const sessions = await listOwnSessions(person.id);
  const here = (await currentSession())?.id;
  const t = await getTranslations("account");
  const format = await getFormatter();
  return (
    <PersonShell>
      <div className="grid gap-1">
        <PageTitle>
          <bdi>{person.name}</bdi>
        </PageTitle>
        <p className="text-muted">{t("signedInAs", { email: person.email })}</p>
      </div>
      <section className="grid gap-1">
        <h2>{t("language")}</h2>
        <LanguageSwitch action={chooseLanguage} />
      </section>
      <Passkeys personId={person.id} />
      <SecondStep personId={person.id} />
      <section className="grid gap-2">
        <h2>{t("sessions")}</h2>
        <ul className="divide-y divide-line border-y border-line">
          {sessions.map(({ id, userAgent, lastSeenAt, ip }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 py-3">
              <span className="grid min-w-0">
                <span className="truncate">{deviceName(userAgent) ?? t("unknownDevice")}</span>
                <span className="text-small text-muted">
                  {id === here
                    ? t("thisDevice")
                    : t("lastSeen", { when: format.relativeTime(lastSeenAt, new Date()) })}
                  {ip && `, ${ip}`}
                </span>
              </span>
              {id !== here && (
                <PlainForm action={endOtherSession} name={`end-${id}`}>
                  <button type="submit" name="session" value={id} className="link touch text-small">
                    {t("end")}
                  </button>
                </PlainForm>
              )}
            </li>
          ))}
        </ul>
      </section>
      <div className="flex flex-wrap gap-3">
        <PlainForm action={signOut} name="sign-out" endsSession>
          <button type="submit" className="button button-quiet">
            {t("signOut")}
          </button>
        </PlainForm>
        <Link href={paths.merchants} className="link touch">
          {t("back")}
        </Link>
      </div>
    </PersonShell>
  );
}
