import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { createMerchant } from "@/app/m/new/actions";
import { requirePerson } from "@/lib/auth/session";
import { SimpleForm } from "@/lib/ui/form/simple-form";
import { TimeZoneInput } from "@/lib/ui/form/time-zone-input";
import { PageTitle } from "@/lib/ui/page-title";
import { PersonShell } from "@/lib/ui/person-shell";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("newMerchant"))("title") };
}

export default async function NewMerchantPage() {
  await requirePerson();
  const t = await getTranslations("newMerchant");
  return (
    <PersonShell>
      <div className="grid gap-1">
        <PageTitle>{t("title")}</PageTitle>
        <p className="text-muted">{t("intro")}</p>
      </div>
      <SimpleForm
        action={createMerchant}
        fields={[{ name: "name", label: t("name"), type: "text", autoComplete: "organization" }]}
        submit={t("submit")}
        pending={t("pending")}
      >
        <TimeZoneInput />
      </SimpleForm>
    </PersonShell>
  );
}
