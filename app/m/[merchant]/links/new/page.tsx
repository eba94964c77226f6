import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { FrameCheck } from "@/app/m/[merchant]/_frame/frame-check";
import { CreateScreen } from "@/app/m/[merchant]/links/new/_create/create-screen";
import { merchantPaths } from "@/lib/core/paths";
import { isUuid } from "@/lib/core/uuid";
import { listConnectedKeys } from "@/lib/domain/api-keys/list-keys";
import { listMerchantTemplates } from "@/lib/domain/link-templates/list-templates";
import { may } from "@/lib/domain/members/permissions";
import { getSuggestions } from "@/lib/domain/payment-links/create/get-suggestions";
import { listUsedCurrencies } from "@/lib/domain/payment-links/create/list-used-currencies";
import { findPaymentLink } from "@/lib/domain/payment-links/history/list-history";
import { formatMoney, typedAmount } from "@/lib/money/format-money";
import { EmptyState } from "@/lib/ui/empty-state";
import { Icon } from "@/lib/ui/icon";
import { PageLink } from "@/lib/ui/page-link";
import { PageTitle } from "@/lib/ui/page-title";
import { type Member, requireMember } from "@/lib/web/require-member";
import { createScreenLabels } from "./_create/create-screen-labels";
import { linkCardSkeleton } from "./_create/link-card-skeleton";
import { PendingLinks } from "./_create/pending-links";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("newLink"))("title") };
}

export default async function NewLinkPage({ params, searchParams }: PageProps<"/m/[merchant]/links/new">) {
  const member = await requireMember((await params).merchant, "links:create");
  const { merchant, merchantId, view, person } = member;
  const keys = await listConnectedKeys(merchantId);
  const hasKey = keys.some(({ mode }) => mode === merchant.mode);
  const suggestions = await getSuggestions(view, person.id, merchant.mode);
  const { from } = await searchParams;
  const t = await getTranslations("newLink");
  const locale = await getLocale();
  return (
    <CreateScreen
      locale={locale}
      closed={hasKey ? null : <NoKey member={member} />}
      initial={await startingState(member, typeof from === "string" ? from : "", locale)}
      templates={await offeredTemplates(member, locale)}
      business={merchantId}
      usedCurrencies={await listUsedCurrencies(member)}
      usual={suggestions.descriptions}
      skeleton={await linkCardSkeleton(merchant, suggestions.lastUrl)}
      labels={await createScreenLabels(merchant.name)}
    >
      <div className="max-lg:sr-only">
        <PageTitle>{t("title")}</PageTitle>
      </div>
      <FrameCheck member={member} />
      <PendingLinks links={suggestions.pendingLinks} path={merchantPaths(merchant.slug).links} />
    </CreateScreen>
  );
}

/** An empty form in the merchant's currency, or one filled in from the link in `from` ("Duplicate"). */
async function startingState({ view, merchant }: Member, from: string, locale: string) {
  const source = isUuid(from) ? await findPaymentLink(view, from) : null;
  return {
    values: {
      amount: source?.amountMinor ? typedAmount(source.amountMinor, locale) : "",
      currency: source?.currency ?? merchant.defaultCurrency,
      description: source?.description ?? "",
      // A person who presses "Duplicate" wants another link, and is not asked about the one they started from.
      duplicateOf: source?.id ?? "",
    },
    errors: {},
    extra: { intentId: crypto.randomUUID(), interpretations: [] },
  };
}

/** Each template has an intent of its own: however often it is tapped on this page, it creates one link. */
async function offeredTemplates({ merchantId }: Member, locale: string) {
  const templates = await listMerchantTemplates(merchantId);
  return templates.map(({ id, version, name, amountMinor, currency, description }) => ({
    id,
    version,
    name,
    amount: formatMoney(amountMinor, currency, locale),
    link: { amountMinor, currency, description },
    intentId: crypto.randomUUID(),
  }));
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
