import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { CreateDesk } from "@/app/m/[merchant]/links/new/create-desk";
import { activeKeysOf } from "@/lib/api-keys/service";
import { may } from "@/lib/auth/permissions";
import { type Member, requireMember } from "@/lib/auth/require-member";
import { formatMoney, typedAmount } from "@/lib/format-money";
import { templatesOf } from "@/lib/link-templates/service";
import { type Habits, habitsOf } from "@/lib/payment-links/habits";
import { paymentLinkOf } from "@/lib/payment-links/service";
import { EmptyState } from "@/lib/ui/empty-state";
import { Icon } from "@/lib/ui/icon";
import { PageTitle } from "@/lib/ui/page-title";
import { isUuid } from "@/lib/uuid";
import { deskWords } from "./desk-words";
import { LeftBehind } from "./left-behind";
import { ticketStandIn } from "./ticket-stand-in";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("newLink"))("title") };
}

export default async function NewLinkPage({ params, searchParams }: PageProps<"/m/[merchant]/links/new">) {
  const member = await requireMember((await params).merchant, "links:create");
  const { merchant, merchantId, view, person } = member;
  const keys = await activeKeysOf(merchantId);
  if (!keys.some(({ mode }) => mode === merchant.mode)) return <NoKey member={member} />;
  const habits = await habitsOf(view, person.id, merchant.mode);
  const { from } = await searchParams;
  const t = await getTranslations("newLink");
  const locale = await getLocale();
  return (
    <CreateDesk
      locale={locale}
      initial={await startingState(member, habits, typeof from === "string" ? from : "", locale)}
      templates={await offeredTemplates(member, locale)}
      usual={habits.descriptions}
      standIn={await ticketStandIn(merchant, habits.last?.url ?? null)}
      words={await deskWords(merchant.name)}
    >
      <div className="max-lg:sr-only">
        <PageTitle>{t("title")}</PageTitle>
      </div>
      <LeftBehind links={habits.leftBehind} path={`/m/${merchant.slug}/links`} />
    </CreateDesk>
  );
}

/** An empty form with what the person used last, or one filled in from the link that `from` names ("Duplicate"). */
async function startingState({ view, merchant }: Member, { last }: Habits, from: string, locale: string) {
  const source = isUuid(from) ? await paymentLinkOf(view, from) : null;
  return {
    values: {
      amount: source?.amountMinor ? typedAmount(source.amountMinor, locale) : "",
      currency: source?.currency ?? last?.currency ?? merchant.defaultCurrency,
      description: source?.description ?? last?.description ?? "",
      // Whoever presses "Duplicate" means it, and is not asked about the very link that they started from.
      besides: source?.id ?? "",
    },
    errors: {},
    extra: { intentId: crypto.randomUUID(), readings: [] },
  };
}

/** Each with an intent of its own: however often it is tapped on this page, it makes one link. */
async function offeredTemplates({ merchantId }: Member, locale: string) {
  const templates = await templatesOf(merchantId);
  return templates.map(({ id, version, name, amountMinor, currency, description }) => ({
    id,
    version,
    name,
    amount: formatMoney(amountMinor, currency, locale),
    link: { amountMinor, currency, description },
    intentId: crypto.randomUUID(),
  }));
}

async function NoKey({ member: { merchant, role } }: { member: Member }) {
  const t = await getTranslations("newLink");
  const mayConnect = may(role, "api-keys:manage");
  return (
    <div className="grid gap-5">
      <PageTitle>{t("title")}</PageTitle>
      <EmptyState title={t("noKeyTitle")} text={mayConnect ? t("noKeyText") : t("noKeyCashier")}>
        {mayConnect && (
          <Link href={`/m/${merchant.slug}/settings/api-keys`} className="button button-primary">
            <Icon name="key" />
            {t("noKeyAction")}
          </Link>
        )}
      </EmptyState>
    </div>
  );
}
