import { seeAllOf } from "@/app/m/[merchant]/inbox/actions";
import type { SeenKind } from "@/lib/domain/payment-links/inbox/schema";
import { useTranslations } from "@/lib/i18n/translations";
import { ActionButton } from "@/lib/ui/form/action-button";

/** One press for all links of a kind, also those that are not on the page. Of one alone, its own button does it. */
export function SeeAllButton({ kind, shown }: { kind: SeenKind; shown: number }) {
  const t = useTranslations("seen");
  if (shown < 2) return null;
  return (
    <ActionButton
      action={seeAllOf}
      name={`see-all-${kind}`}
      pending={t("pending")}
      className="button-quiet"
      // What comes after the page was made, is not seen.
      fields={{ kind, upTo: new Date().toISOString() }}
    >
      {t(kind)}
    </ActionButton>
  );
}
