import { saveName } from "@/app/account/actions";
import { useTranslations } from "@/lib/i18n/translations";
import { SimpleForm } from "@/lib/ui/form/simple-form";

export function NameForm({ name }: { name: string }) {
  const t = useTranslations("account");
  return (
    <SimpleForm
      name="name"
      action={saveName}
      values={{ name }}
      fields={[{ name: "name", label: t("name"), type: "text", autoComplete: "name" }]}
      submit={t("saveName")}
      pending={t("saving")}
      className="button-quiet"
    />
  );
}
