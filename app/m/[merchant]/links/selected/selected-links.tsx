import { type PaymentLink, toShownState } from "@/lib/domain/payment-links/schema";
import { useTranslations } from "@/lib/i18n/translations";
import { Money } from "@/lib/ui/money";
import { PageLink } from "@/lib/ui/page-link";
import { StateBadge } from "@/lib/ui/state-badge";

/** The links that were chosen, a line each; a long list scrolls by itself. */
export function SelectedLinks({ links, path }: { links: PaymentLink[]; path: string }) {
  const t = useTranslations("link");
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without it, a keyboard could not scroll the list.
    <ul tabIndex={0} className="max-h-72 divide-y divide-line overflow-y-auto border-y border-line">
      {links.map((link) => {
        const { id, amountMinor, currency, description } = link;
        return (
          <li key={id} className="flex min-h-11 items-center gap-3 px-1">
            <b className="shrink-0">
              {amountMinor === null || !currency ? (
                t("noAmount")
              ) : (
                <Money amountMinor={amountMinor} currency={currency} />
              )}
            </b>
            <PageLink href={`${path}/${id}`} className="min-w-0 grow truncate">
              <bdi>{description ?? t("noDescription")}</bdi>
            </PageLink>
            <StateBadge state={toShownState(link)} />
          </li>
        );
      })}
    </ul>
  );
}
