import { useTranslations } from "@/lib/i18n/translations";
import { isBusy } from "@/lib/platform/fair-queue";
import { EmptyState } from "@/lib/ui/empty-state";
import { PageTitle } from "@/lib/ui/page-title";

/** What was drawn; null when too many wait for drawings. */
export async function orBusy<T>(drawn: Promise<T>): Promise<T | null> {
  try {
    return await drawn;
  } catch (error) {
    if (isBusy(error)) return null;
    throw error;
  }
}

/** Shown in place of a page that could not be drawn soon. `href` is its own address. */
export function Busy({ title, href }: { title: string; href: string }) {
  const t = useTranslations("print");
  return (
    <div className="grid gap-5">
      <PageTitle>{title}</PageTitle>
      <EmptyState title={t("busyTitle")} text={t("busyText")}>
        <a href={href} className="button button-primary">
          {t("busyAgain")}
        </a>
      </EmptyState>
    </div>
  );
}
