import type { FilterIssue } from "@/lib/core/filters";
import { useTranslations } from "@/lib/i18n/translations";
import { Icon } from "@/lib/ui/icon";

/**
 * Says what is wrong with each filter, in place of the list.
 * @param names the fields' labels.
 */
export function FilterIssues({
  issues,
  names,
}: {
  issues: readonly FilterIssue[];
  names: Readonly<Record<string, string>>;
}) {
  const t = useTranslations("filterIssue");
  return (
    <div role="alert" className="grid grid-cols-[auto_1fr] gap-3 text-danger">
      <Icon name="question" className="mt-0.5 size-5" />
      <div className="grid gap-1">
        <p className="font-bold">{t("nothingShown")}</p>
        <ul>
          {issues.map(({ name, code }) => (
            <li key={name}>{t(code, { name: names[name] ?? name })}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}
