import type { Metadata } from "next";
import { isConfirmationOffered } from "@/lib/domain/accounts/request-confirmation";
import { getTranslations } from "@/lib/i18n/translations";
import { SimpleForm } from "@/lib/ui/form/simple-form";
import { PageTitle } from "@/lib/ui/page-title";
import { PersonShell } from "@/lib/ui/person-shell";
import { requirePerson } from "@/lib/web/session";
import { confirm } from "./actions";

// The address confirms something, so browsers do not send it to other sites, and search engines do not store it.
export const metadata: Metadata = { referrer: "no-referrer" };

/** Only for the person whom the email was sent to: whoever else has the link cannot confirm their address for them. */
export default async function ConfirmEmailPage({ params }: PageProps<"/account/email/[token]">) {
  const person = await requirePerson();
  const isOffered = await isConfirmationOffered((await params).token, person);
  const t = await getTranslations("confirmEmail");
  const errors = await getTranslations("errors");
  return (
    <PersonShell>
      <div className="grid gap-1">
        <PageTitle>{t("title")}</PageTitle>
        <p className="text-muted wrap-anywhere">
          {isOffered
            ? t("text", { email: person.email })
            : `${errors("reset_gone")} ${t("signedInAs", { email: person.email })}`}
        </p>
      </div>
      {isOffered && (
        <SimpleForm
          name="confirm-email"
          action={confirm}
          fields={[]}
          submit={t("submit")}
          pending={t("pending")}
        />
      )}
    </PersonShell>
  );
}
