import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { type PaymentLink, toShownState } from "@/lib/domain/payment-links/schema";
import { ModeTag } from "@/lib/ui/mode-tag";
import { Money } from "@/lib/ui/money";
import { StateBadge } from "@/lib/ui/state-badge";

/** A link that was created less than this ago slides in. */
const newMs = 8_000;

/** Links under headings for their days, newest first. `level` is the level of these headings. */
export function HistoryList({
  links,
  getAddress,
  openId,
  timeZone,
  level,
}: {
  links: PaymentLink[];
  getAddress: (linkId: string) => string;
  openId: string | null;
  timeZone: string;
  level: 2 | 3;
}) {
  const format = useFormatter();
  const toDay = ({ createdAt }: PaymentLink) => format.dateTime(createdAt, { dateStyle: "full", timeZone });
  const days = new Map<string, PaymentLink[]>();
  for (const link of links) days.set(toDay(link), [...(days.get(toDay(link)) ?? []), link]);
  const Heading = `h${level}` as const;
  return [...days].map(([day, ofDay]) => (
    <section key={day} className="@container">
      <Heading className="border-b border-line pb-2 text-small text-muted">{day}</Heading>
      <ul className="divide-y divide-line">
        {ofDay.map((link) => (
          <li key={link.id}>
            <HistoryRow
              link={link}
              address={getAddress(link.id)}
              isOpen={link.id === openId}
              timeZone={timeZone}
            />
          </li>
        ))}
      </ul>
    </section>
  ));
}

function HistoryRow({
  link,
  address,
  isOpen,
  timeZone,
}: {
  link: PaymentLink;
  address: string;
  isOpen: boolean;
  timeZone: string;
}) {
  const t = useTranslations("link");
  const format = useFormatter();
  const isNew = Date.now() - link.createdAt.getTime() < newMs;
  const time = format.dateTime(link.createdAt, { timeStyle: "short", timeZone });
  return (
    <Link
      href={address}
      aria-current={isOpen ? "page" : undefined}
      className={`row ${isNew ? "arrive" : ""} grid min-h-18 grid-cols-[1fr_auto] items-center gap-x-4 gap-y-0.5 py-3 no-underline hover:bg-sunken @2xl:grid-cols-[8rem_1fr_auto_7.25rem_9.5rem]`}
    >
      <span className="font-bold">
        {link.amountMinor === null || !link.currency ? (
          <span className="text-muted">{t("noAmount")}</span>
        ) : (
          <Money amountMinor={link.amountMinor} currency={link.currency} />
        )}
      </span>
      <span className="justify-self-end @2xl:order-4 @2xl:justify-self-start">
        <StateBadge state={toShownState(link)} />
      </span>
      <span dir="auto" className="truncate @max-2xl:col-span-2 @2xl:order-2">
        {link.description ?? t("noDescription")}
      </span>
      <span className="truncate text-small text-muted @2xl:order-5 @2xl:text-right">
        {link.createdBy && (
          <>
            <bdi>{link.createdBy.name}</bdi>,{" "}
          </>
        )}
        {time}
      </span>
      <span className="justify-self-end @2xl:order-3">
        <ModeTag mode={link.mode} />
      </span>
    </Link>
  );
}
