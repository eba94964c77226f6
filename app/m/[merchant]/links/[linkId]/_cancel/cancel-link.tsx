import { cancelReasons } from "@/lib/domain/payment-links/cancel/schema";
import { useTranslations } from "@/lib/i18n/translations";
import type { FormAction } from "@/lib/ui/form/use-form";
import { PageLink } from "@/lib/ui/page-link";
import { CancelForm } from "./cancel-form";

/** Replaces a link with another one, or cancels it. */
export function CancelLink({
  action,
  fields,
  isUpstreamOut,
  replacePath,
}: {
  action: FormAction<string, undefined>;
  fields: Record<string, string>;
  /** Whether customers may have upstream's own address. */
  isUpstreamOut: boolean;
  /** Null for a person who may not create links, and where another mode is in use. */
  replacePath: string | null;
}) {
  const t = useTranslations("cancel");
  return (
    <div className="flex flex-wrap items-start gap-x-6">
      {replacePath && (
        <PageLink href={replacePath} className="link touch text-small">
          {t("replace")}
        </PageLink>
      )}
      <CancelForm
        {...{ action, fields }}
        reasons={cancelReasons.map((value) => ({ value, label: t(`reasons.${value}`) }))}
        labels={{
          open: t("cancel"),
          reason: t("reason"),
          text: t("text"),
          warning: isUpstreamOut ? t("textUpstream") : t("textOpened"),
          submit: t("cancel"),
          pending: t("cancelling"),
        }}
      />
    </div>
  );
}
