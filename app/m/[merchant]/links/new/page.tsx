import type { Metadata } from "next";
import { FrameCheck } from "@/app/m/[merchant]/_frame/frame-check";
import { CreateScreen } from "@/app/m/[merchant]/links/new/_create/create-screen";
import { merchantPaths } from "@/lib/core/merchant-paths";
import { isUuid } from "@/lib/core/uuid";
import { readCreatePage } from "@/lib/domain/link-templates/read-create-page";
import type { LinkTemplate } from "@/lib/domain/link-templates/schema";
import { may } from "@/lib/domain/members/permissions";
import type { PaymentLink } from "@/lib/domain/payment-links/schema";
import { getLocale, getTranslations } from "@/lib/i18n/translations";
import { isCurrency } from "@/lib/money/currencies";
import { formatMoney, typedAmount } from "@/lib/money/format-money";
import { EmptyState } from "@/lib/ui/empty-state";
import { isHandheld } from "@/lib/ui/handheld";
import { Icon } from "@/lib/ui/icon";
import { PageLink } from "@/lib/ui/page-link";
import { PageTitle } from "@/lib/ui/page-title";
import { shortAddress } from "@/lib/web/link-address";
import { offlineKeys } from "@/lib/web/offline-keys";
import { type Member, requireMember } from "@/lib/web/require-member";
import { currentSession } from "@/lib/web/session";
import { createScreenLabels } from "./_create/create-screen-labels";
import { EarlyKeys } from "./_create/early-keys";
import { linkCardSkeleton } from "./_create/link-card-skeleton";
import { PendingLinks } from "./_create/pending-links";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("newLink"))("title") };
}

export default async function NewLinkPage({ params, searchParams }: PageProps<"/m/[merchant]/links/new">) {
  const member = await requireMember((await params).merchant, "links:create");
  const { merchant, merchantId, view, person } = member;
  const { from, replaces, currency, description } = await searchParams;
  const given = replaces ?? from;
  const page = await readCreatePage(
    { view, userId: person.id, from: typeof given === "string" && isUuid(given) ? given : null },
    merchant,
  );
  const wrong = replaces !== undefined && may(member.role, "links:cancel") ? page.source : null;
  const { suggestions } = page;
  const session = await currentSession();
  const t = await getTranslations("newLink");
  const locale = await getLocale();
  return (
    <CreateScreen
      locale={locale}
      closed={page.hasKey ? null : <NoKey member={member} />}
      initial={startingState(merchant, page.source, {
        ...{ locale, isReplacing: wrong !== null },
        description: typeof description === "string" ? description : "",
        currency: typeof currency === "string" && isCurrency(currency) ? currency : merchant.defaultCurrency,
      })}
      // A template would be another link, which replaces nothing.
      templates={wrong ? [] : page.templates.map((template) => offer(template, locale))}
      business={merchantId}
      keeper={session && !session.till ? offlineKeys(session).person : null}
      usedCurrencies={page.usedCurrencies}
      usual={suggestions.descriptions}
      skeleton={await linkCardSkeleton(merchant, expectedAddress(merchant, suggestions.lastUrl))}
      labels={await createScreenLabels(merchant.name)}
    >
      <div className="max-lg:sr-only">
        <PageTitle>{t("title")}</PageTitle>
      </div>
      {(await isHandheld()) && <EarlyKeys />}
      <FrameCheck member={member} />
      {wrong && <Replacing link={wrong} locale={locale} />}
      <PendingLinks links={suggestions.pendingLinks} path={merchantPaths(merchant.slug).links} />
    </CreateScreen>
  );
}

/** An empty form in a currency, or one filled in from another link ("Duplicate"). */
function startingState(
  { linkExpiry }: Member["merchant"],
  source: PaymentLink | null,
  {
    locale,
    isReplacing,
    currency,
    description,
  }: Record<"locale" | "currency" | "description", string> & { isReplacing: boolean },
) {
  return {
    values: {
      // Of a link that is replaced, the amount is what was wrong most often.
      amount: source?.amountMinor && !isReplacing ? typedAmount(source.amountMinor, locale) : "",
      currency: source?.currency ?? currency,
      description: source?.description ?? description,
      // A person who presses "Duplicate" wants another link, and is not asked about the one they started from.
      duplicateOf: source?.id ?? "",
      corrects: isReplacing ? (source?.id ?? "") : "",
      expiry: linkExpiry,
    },
    errors: {},
    extra: { intentId: crypto.randomUUID(), interpretations: [] },
  };
}

/** Each template has an intent of its own: however often it is tapped on this page, it creates one link. */
function offer(template: LinkTemplate, locale: string) {
  const { id, version, name, amountMinor, currency, description } = template;
  return {
    id,
    version,
    name,
    amount: formatMoney(amountMinor, currency, locale),
    link: { amountMinor, currency, description },
    intentId: crypto.randomUUID(),
  };
}

/** Says which link the new one replaces. */
async function Replacing({ link: { amountMinor, currency }, locale }: { link: PaymentLink; locale: string }) {
  const t = await getTranslations("cancel");
  const amount =
    amountMinor === null || !currency
      ? (await getTranslations("link"))("noAmount")
      : formatMoney(amountMinor, currency, locale);
  return (
    <div role="status" className="grid border-l-2 border-caution pl-4">
      <p className="font-bold">{t("replacing", { amount })}</p>
      <p className="text-small text-muted compact:sr-only">{t("replacingText")}</p>
    </div>
  );
}

/** An address as long as that of the next link, from which the size of its code is known. */
function expectedAddress({ shortAddresses }: Member["merchant"], lastUrl: string | null): string | null {
  return shortAddresses ? shortAddress("0".repeat(12)) : lastUrl;
}

async function NoKey({ member }: { member: Member }) {
  const { merchant, role } = member;
  const t = await getTranslations("newLink");
  const mayConnect = may(role, "api-keys:manage");
  return (
    <div className="grid gap-5">
      <FrameCheck member={member} />
      <PageTitle>{t("title")}</PageTitle>
      <EmptyState title={t("noKeyTitle")} text={mayConnect ? t("noKeyText") : t("noKeyCashier")}>
        {mayConnect && (
          <PageLink href={merchantPaths(merchant.slug).apiKeys} className="button button-primary">
            <Icon name="key" />
            {t("noKeyAction")}
          </PageLink>
        )}
      </EmptyState>
    </div>
  );
}
