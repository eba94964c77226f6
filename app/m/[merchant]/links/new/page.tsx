import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { LinkForm } from "@/app/m/[merchant]/links/new/link-form";
import { activeKeysOf } from "@/lib/api-keys/service";
import { may } from "@/lib/auth/permissions";
import { type Member, requireMember } from "@/lib/auth/require-member";
import { plainAmount } from "@/lib/format-money";
import { paymentLinkOf } from "@/lib/payment-links/service";
import { EmptyState } from "@/lib/ui/empty-state";
import { Icon } from "@/lib/ui/icon";
import { PageTitle } from "@/lib/ui/page-title";
import { isUuid } from "@/lib/uuid";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("newLink"))("title") };
}

export default async function NewLinkPage({ params, searchParams }: PageProps<"/m/[merchant]/links/new">) {
  const member = await requireMember((await params).merchant, "links:create");
  const keys = await activeKeysOf(member.merchantId);
  const t = await getTranslations("newLink");
  if (!keys.some(({ mode }) => mode === member.merchant.mode)) return <NoKey member={member} />;
  const { from } = await searchParams;
  return (
    <div className="grid max-w-xl gap-5">
      <PageTitle>{t("title")}</PageTitle>
      <LinkForm
        locale={await getLocale()}
        initial={await startingState(member, typeof from === "string" ? from : "")}
        words={{
          amount: t("amount"),
          currency: t("currency"),
          description: t("description"),
          placeholder: t("descriptionPlaceholder"),
          readings: t("readings"),
          submit: t("submit"),
          pending: t("pending"),
          slow: t("slow"),
          seeEarlier: t("seeEarlier"),
          useEarlier: t("useEarlier"),
          createAnyway: t("createAnyway"),
        }}
      />
    </div>
  );
}

/** An empty form, or one filled in from the link that `from` names ("Duplicate"). */
async function startingState({ view, merchant }: Member, from: string) {
  const source = isUuid(from) ? await paymentLinkOf(view, from) : null;
  return {
    values: {
      amount: source?.amountMinor ? plainAmount(source.amountMinor) : "",
      currency: source?.currency ?? merchant.defaultCurrency,
      description: source?.description ?? "",
      // Whoever presses "Duplicate" means it, and is not asked about the very link that they started from.
      besides: source?.id ?? "",
    },
    errors: {},
    extra: { intentId: crypto.randomUUID(), readings: [] },
  };
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
