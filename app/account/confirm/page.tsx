import type { Metadata } from "next";
import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { paths } from "@/lib/core/paths";
import { isProvenLately, listProofs, type ProofKind } from "@/lib/domain/accounts/prove-again";
import { getTranslations } from "@/lib/i18n/translations";
import { PageLink } from "@/lib/ui/page-link";
import { PageTitle } from "@/lib/ui/page-title";
import { PersonShell } from "@/lib/ui/person-shell";
import { safeNextPath } from "@/lib/web/address";
import { requireSession } from "@/lib/web/session";
import { CodeProof } from "./code-proof";
import { PasskeyProof } from "./passkey-proof";
import { PasswordProof, type ProofProps } from "./password-proof";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("confirm"))("title") };
}

/** How each proof is given. */
const forms: Record<ProofKind, (props: ProofProps) => ReactNode> = {
  passkey: PasskeyProof,
  code: CodeProof,
  password: PasswordProof,
};

/** Asks a signed-in person to prove who they are, before what a stolen session must not be enough for. */
export default async function ConfirmPage({ searchParams }: PageProps<"/account/confirm">) {
  const { next } = await searchParams;
  const after = safeNextPath(typeof next === "string" ? next : null) ?? paths.merchants;
  const session = await requireSession();
  const { person } = session;
  if (isProvenLately(session)) redirect(after);
  const t = await getTranslations("confirm");
  return (
    <PersonShell>
      <div className="grid gap-1">
        <PageTitle>{t("title")}</PageTitle>
        <p className="text-muted">{t("text")}</p>
      </div>
      {(await listProofs(person.id)).map((kind) => {
        const Proof = forms[kind];
        return <Proof key={kind} email={person.email} next={after} />;
      })}
      <PageLink href={after} className="link touch w-fit">
        {t("back")}
      </PageLink>
    </PersonShell>
  );
}
