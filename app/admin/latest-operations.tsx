import { isolate } from "@/lib/core/isolate";
import type { LoggedOperation } from "@/lib/domain/operator/list-operations";
import { useFormatter, useTranslations } from "@/lib/i18n/translations";
import { IsolatedText } from "@/lib/ui/isolated-text";

/** What operators did last, here and by commands. */
export function LatestOperations({ operations }: { operations: LoggedOperation[] }) {
  const t = useTranslations("operator");
  const sentence = useTranslations("operation");
  const format = useFormatter();
  if (operations.length === 0) return null;
  return (
    <section className="grid gap-2">
      <h2>{t("operations")}</h2>
      <ul className="divide-y divide-line border-y border-line">
        {operations.map(({ id, at, operator, action, target }) => (
          <li key={id} className="grid gap-x-4 py-2 md:grid-cols-[minmax(0,1fr)_auto]">
            <span className="min-w-0 break-words">
              <IsolatedText>
                {sentence(action, { who: isolate(operator), what: isolate(target) })}
              </IsolatedText>
            </span>
            <time dateTime={at.toISOString()} className="text-small text-muted">
              {format.relativeTime(at, new Date())}
            </time>
          </li>
        ))}
      </ul>
    </section>
  );
}
