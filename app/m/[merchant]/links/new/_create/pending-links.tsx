import { type PaymentLink, toShownState } from "@/lib/domain/payment-links/schema";
import { useTranslations } from "@/lib/i18n/translations";
import { Money } from "@/lib/ui/money";
import { PageLink } from "@/lib/ui/page-link";
import { Poll } from "@/lib/ui/poll";
import { StateBadge } from "@/lib/ui/state-badge";

/** Links that the person did not wait for: still being created, or created since. */
export function PendingLinks({ links, path }: { links: PaymentLink[]; path: string }) {
  const t = useTranslations("create");
  if (links.length === 0) return null;
  return (
    <ul
      aria-label={t("pendingLinks")}
      className="divide-y divide-line rounded-box border border-line bg-surface"
    >
      {links.map((link) => (
        <li key={link.id}>
          <PageLink
            href={`${path}/${link.id}`}
            className="flex min-h-12 items-center gap-3 px-4 no-underline"
          >
            <span className="shrink-0 font-bold">
              {link.amountMinor !== null && link.currency && (
                <Money amountMinor={link.amountMinor} currency={link.currency} />
              )}
            </span>
            <bdi className="min-w-0 flex-1 truncate">{link.description}</bdi>
            <span className="shrink-0">
              <StateBadge state={toShownState(link)} />
            </span>
          </PageLink>
        </li>
      ))}
      {links.some(({ state }) => state === "sending") && <Poll everySeconds={2} />}
    </ul>
  );
}
