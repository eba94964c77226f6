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
      className="grid min-h-18 grid-cols-[1fr_auto] items-center gap-x-4 gap-y-0.5 py-3 no-underline hover:bg-sunken lg:grid-cols-[9rem_1fr_auto_7rem_11rem]"
    >
      <span className="font-bold">
        {link.amountMinor === null || !link.currency ? (
          <span className="text-muted">{t("noAmount")}</span>
        ) : (
          <Money amountMinor={link.amountMinor} currency={link.currency} />
        )}
      </span>
      <span className="justify-self-end lg:order-4 lg:justify-self-start">
        <StateBadge state={link.state} />
      </span>
      <span dir="auto" className="truncate max-lg:col-span-2 lg:order-2">
        {link.description ?? t("noDescription")}
      </span>
      <span className="truncate text-small text-muted lg:order-5 lg:text-right">
        {link.createdBy && `${link.createdBy.name}, `}
        {time}
      </span>
      <span className="justify-self-end lg:order-3">
        <ModeTag mode={link.mode} />
      </span>
    </Link>
  );
}
