import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import type { PaymentLink } from "@/lib/payment-links/schema";
import { ModeTag } from "@/lib/ui/mode-tag";
import { Money } from "@/lib/ui/money";
import { StateBadge } from "@/lib/ui/state-badge";

/** Links under the day they were made on, newest first. */
export function HistoryList({
  links,
  path,
  timeZone,
}: {
  links: PaymentLink[];
  path: string;
  timeZone: string;
}) {
  const format = useFormatter();
  const dayOf = ({ createdAt }: PaymentLink) => format.dateTime(createdAt, { dateStyle: "full", timeZone });
  const days = new Map<string, PaymentLink[]>();
  for (const link of links) days.set(dayOf(link), [...(days.get(dayOf(link)) ?? []), link]);
  return [...days].map(([day, ofDay]) => (
    <section key={day}>
      <h2 className="border-b border-line pb-2 text-small text-muted">{day}</h2>
      <ul className="divide-y divide-line">
        {ofDay.map((link) => (
          <li key={link.id}>
            <HistoryRow link={link} path={path} timeZone={timeZone} />
          </li>
        ))}
      </ul>
    </section>
  ));
}

function HistoryRow({ link, path, timeZone }: { link: PaymentLink; path: string; timeZone: string }) {
  const t = useTranslations("link");
  const format = useFormatter();
  const time = format.dateTime(link.createdAt, { timeStyle: "short", timeZone });
  return (
    <Link
      href={`${path}/${link.id}`}
      className="grid min-h-18 grid-cols-[1fr_auto] items-center gap-x-4 gap-y-0.5 py-3 no-underline hover:bg-sunken lg:grid-cols-[10rem_1fr_auto_9rem] lg:px-2"
    >
      <span className="text-body font-bold lg:text-right">
        {link.amountMinor === null || !link.currency ? (
          <span className="text-muted">{t("noAmount")}</span>
        ) : (
          <Money amountMinor={link.amountMinor} currency={link.currency} />
        )}
      </span>
      <span className="flex items-center justify-end gap-2 lg:order-3">
        <ModeTag mode={link.mode} />
        <StateBadge state={link.state} />
      </span>
      <span dir="auto" className="truncate text-muted lg:order-2 lg:text-ink">
        {link.description ?? t("noDescription")}
      </span>
      <span className="truncate text-right text-small text-muted lg:order-4">
        {link.createdBy && <span>{link.createdBy.name}, </span>}
        {time}
      </span>
    </Link>
  );
}
