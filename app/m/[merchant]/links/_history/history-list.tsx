import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import type { Mode } from "@/lib/core/mode";
import { type PaymentLink, toShownState } from "@/lib/domain/payment-links/schema";
import { ModeTag } from "@/lib/ui/mode-tag";
import { Money } from "@/lib/ui/money";
import { StateBadge } from "@/lib/ui/state-badge";

/** A link that was created less than this ago slides in. */
const newMs = 8_000;

/**
 * Links under headings for their days, newest first: a card for each on a phone, a line in columns on a desk. When all
 * lines have the same mode it is shown only once. `level` is the level of the headings. In another order than that of
 * time there are no days, and each line has its date.
 */
export function HistoryList({
  links,
  getAddress,
  openId,
  timeZone,
  level,
  frameMode,
  isByTime,
}: {
  links: PaymentLink[];
  getAddress: (linkId: string) => string;
  openId: string | null;
  timeZone: string;
  level: 2 | 3;
  /** The mode that the frame around the page shows. */
  frameMode: Mode;
  isByTime: boolean;
}) {
  const format = useFormatter();
  const toDay = ({ createdAt }: PaymentLink) =>
    isByTime ? format.dateTime(createdAt, { dateStyle: "full", timeZone }) : "";
  const days = new Map<string, PaymentLink[]>();
  for (const link of links) days.set(toDay(link), [...(days.get(toDay(link)) ?? []), link]);
  const Heading = `h${level}` as const;
  const [first] = links;
  const sharedMode = first && links.every(({ mode }) => mode === first.mode) ? first.mode : null;
  return (
    <div className="@container">
      <div className="grid grid-cols-1 gap-5 @lg:gap-x-4 @lg:gap-y-3 @lg:grid-cols-[fit-content(12rem)_minmax(0,1fr)_auto_auto_auto]">
        {[...days].map(([day, ofDay], at) => (
          <section key={day} className="grid grid-cols-1 @lg:col-span-full @lg:grid-cols-subgrid">
            <div className="flex items-center justify-between gap-3 border-b border-line pb-2 @lg:col-span-full @lg:pb-1">
              {day && <Heading className="text-small text-muted">{day}</Heading>}
              {at === 0 && sharedMode && (
                <span className="hidden @lg:inline">
                  <ModeTag mode={sharedMode} showLive={frameMode !== "live"} />
                </span>
              )}
            </div>
            <ul className="divide-y divide-line @lg:col-span-full @lg:grid @lg:grid-cols-subgrid">
              {ofDay.map((link) => (
                <li key={link.id} className="@lg:col-span-full @lg:grid @lg:grid-cols-subgrid">
                  <HistoryRow
                    link={link}
                    address={getAddress(link.id)}
                    isOpen={link.id === openId}
                    timeZone={timeZone}
                    saysMode={sharedMode === null}
                    saysDate={!isByTime}
                  />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  );
}

function HistoryRow({
  link,
  address,
  isOpen,
  timeZone,
  saysMode,
  saysDate,
}: {
  link: PaymentLink;
  address: string;
  isOpen: boolean;
  timeZone: string;
  saysMode: boolean;
  saysDate: boolean;
}) {
  const t = useTranslations("link");
  const format = useFormatter();
  const isNew = Date.now() - link.createdAt.getTime() < newMs;
  const time = format.dateTime(link.createdAt, {
    timeStyle: "short",
    ...(saysDate && { dateStyle: "medium" }),
    timeZone,
  });
  return (
    <Link
      href={address}
      aria-current={isOpen ? "page" : undefined}
      className={`row ${isNew ? "arrive" : ""} grid min-h-18 grid-cols-[1fr_auto] items-center gap-x-4 gap-y-0.5 py-3 no-underline hover:bg-sunken @lg:col-span-full @lg:min-h-11 @lg:grid-cols-subgrid @lg:py-1 pointer-fine:@lg:min-h-9`}
    >
      <span className="font-bold">
        {link.amountMinor === null || !link.currency ? (
          <span className="text-muted">{t("noAmount")}</span>
        ) : (
          <Money amountMinor={link.amountMinor} currency={link.currency} />
        )}
      </span>
      <span className="flex justify-self-end @lg:order-4 @lg:justify-self-start">
        <StateBadge state={toShownState(link)} />
      </span>
      <span dir="auto" className="truncate @max-lg:col-span-2 @lg:order-2">
        {link.description ?? t("noDescription")}
      </span>
      <span className="truncate text-small text-muted @lg:order-5 @lg:text-right">
        {link.createdBy && (
          <span className="@lg:@max-2xl:hidden">
            <bdi>{link.createdBy.name}</bdi>,{" "}
          </span>
        )}
        {time}
      </span>
      <span className={`justify-self-end @lg:order-3 ${saysMode ? "" : "@lg:hidden"}`}>
        <ModeTag mode={link.mode} />
      </span>
    </Link>
  );
}
