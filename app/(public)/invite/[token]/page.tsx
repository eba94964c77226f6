import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { isolate } from "@/lib/core/isolate";
import { paths } from "@/lib/core/paths";
import { maySignUp } from "@/lib/domain/accounts/create-account";
import { hasAccount } from "@/lib/domain/accounts/find-account";
import { getOffer } from "@/lib/domain/invitations/accept-invitation";
import { getTranslations } from "@/lib/i18n/translations";
import { accentStyle } from "@/lib/ui/accent";
import { ActionButton } from "@/lib/ui/form/action-button";
import { Field } from "@/lib/ui/form/field";
import { PasswordForm } from "@/lib/ui/form/password-form";
import { PlainForm } from "@/lib/ui/form/plain-form";
import { IsolatedText } from "@/lib/ui/isolated-text";
import { PageLink } from "@/lib/ui/page-link";
import { PageTitle } from "@/lib/ui/page-title";
import { merchantInviting } from "@/lib/web/require-member";
import { currentSession } from "@/lib/web/session";
import { join, signOutHere, signUpAndJoin } from "./actions";

type Props = PageProps<"/invite/[token]">;

// The address gives access, so browsers do not send it to other sites, and search engines do not store it.
export const metadata: Metadata = { referrer: "no-referrer" };

export default async function InvitePage({ params }: Props) {
  const { token } = await params;
  const merchant = await merchantInviting(token);
  const offer = merchant && (await getOffer(merchant));
  if (!offer) notFound();
  const t = await getTranslations("invite");
  const roles = await getTranslations("merchants");
  return (
    <div style={accentStyle(offer.color)} className="grid gap-6">
      <div className="grid gap-1">
        <PageTitle>
          <IsolatedText>{t("title", { merchant: isolate(offer.merchant) })}</IsolatedText>
        </PageTitle>
        <p className="text-muted">
          <IsolatedText>
            {t("text", { inviter: isolate(offer.inviter), role: roles(`role_${offer.role}`) })}
          </IsolatedText>
        </p>
      </div>
      <Answer email={offer.email} path={paths.invitation(token)} />
    </div>
  );
}

/** What the reader can do: join, sign in, sign up, or sign out first. */
async function Answer({ email, path }: { email: string; path: string }) {
  const t = await getTranslations("invite");
  const session = await currentSession();
  if (session?.person.email === email) {
    return (
      <ActionButton action={join} name="join" pending={t("joining")}>
        {t("join")}
      </ActionButton>
    );
  }
  if (session) {
    return (
      <PlainForm action={signOutHere} name="sign-out" className="grid gap-3" endsSession losesDrafts>
        <p className="wrap-anywhere">{t("otherText", { email, current: session.person.email })}</p>
        <button type="submit" className="button button-quiet">
          {t("signOut")}
        </button>
      </PlainForm>
    );
  }
  if (await hasAccount(email)) {
    return (
      <>
        <p className="wrap-anywhere">{t("signInText", { email })}</p>
        <PageLink href={paths.loginThen(path)} className="button button-primary">
          {t("signIn")}
        </PageLink>
      </>
    );
  }
  return maySignUp({ isInvited: true }) ? <SignUp email={email} /> : <p>{t("closedText")}</p>;
}

async function SignUp({ email }: { email: string }) {
  const labels = await getTranslations("signUp");
  return (
    <PasswordForm
      name="sign-up"
      action={signUpAndJoin}
      above={
        // For display, and for the browser's password manager; the action takes the address from the invitation.
        <Field name="email" label={labels("email")}>
          {(control) => (
            <input
              {...control}
              type="email"
              autoComplete="username"
              value={email}
              readOnly
              className="input text-muted"
            />
          )}
        </Field>
      }
      fields={[
        { name: "name", label: labels("name"), type: "text", autoComplete: "name" },
        {
          name: "password",
          label: labels("password"),
          type: "password",
          autoComplete: "new-password",
          hint: (await getTranslations("password"))("hint"),
        },
      ]}
      submit={labels("submit")}
      pending={labels("pending")}
    />
  );
}
