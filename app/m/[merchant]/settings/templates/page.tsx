import type { Metadata } from "next";
import { FrameCheck } from "@/app/m/[merchant]/_frame/frame-check";
import { isUuid } from "@/lib/core/uuid";
import { listMerchantTemplates } from "@/lib/domain/link-templates/list-templates";
import { type LinkTemplate, templateNameLength, toParts } from "@/lib/domain/link-templates/schema";
import { listUsedCurrencies } from "@/lib/domain/payment-links/create/list-used-currencies";
import { findPaymentLink } from "@/lib/domain/payment-links/history/list-history";
import { getLocale, getTranslations } from "@/lib/i18n/translations";
import { formatMoney, typedAmount } from "@/lib/money/format-money";
import { listUsual, toExpiryLabels } from "@/lib/ui/link-fields/expiry-options";
import { PageTitle } from "@/lib/ui/page-title";
import { type Member, requireMember } from "@/lib/web/require-member";
import { TemplateForm } from "./template-form";
import { TemplateRow } from "./template-row";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("templates"))("title") };
}

/** Templates for links that are created often: each is a button on the page that creates links. */
export default async function TemplatesPage({
  params,
  searchParams,
}: PageProps<"/m/[merchant]/settings/templates">) {
  const member = await requireMember((await params).merchant, "templates:manage");
  const templates = await listMerchantTemplates(member.merchantId);
  const { from, saved } = await searchParams;
  const savedKey = typeof saved === "string" ? saved : "";
  const t = await getTranslations("templates");
  const locale = await getLocale();
  const usedCurrencies = await listUsedCurrencies(member);
  const expiryLabels = toExpiryLabels(await getTranslations("expiry"));
  const labels = {
    name: t("name"),
    namePlaceholder: t("namePlaceholder"),
    amount: t("amount"),
    currency: t("currency"),
    description: t("description"),
    interpretations: t("interpretations"),
    submit: t("save"),
    pending: t("saving"),
    change: t("change"),
    remove: t("remove"),
    expiry: expiryLabels.label,
    expiries: [{ value: "", label: expiryLabels.asUsual }, ...listUsual(expiryLabels)],
  };
  return (
    <div className="grid max-w-xl gap-8">
      <PageTitle>{t("title")}</PageTitle>
      <FrameCheck member={member} />
      <p className="text-muted">{t("intro")}</p>
      {templates.length > 0 && (
        <ul className="divide-y divide-line border-y border-line">
          {templates.map((template) => (
            <TemplateRow
              key={`${template.id}${savedKey}`}
              id={template.id}
              version={template.version}
              name={template.name}
              amount={formatMoney(template.amountMinor, template.currency, locale)}
              description={template.description}
              initial={{ values: toValues(template, locale), errors: {} }}
              locale={locale}
              usedCurrencies={usedCurrencies}
              labels={labels}
            />
          ))}
        </ul>
      )}
      <section className="grid gap-4">
        <h2>{t("newTitle")}</h2>
        <TemplateForm
          key={savedKey}
          initial={{
            values: await newValues(member, typeof from === "string" ? from : "", locale),
            errors: {},
          }}
          locale={locale}
          usedCurrencies={usedCurrencies}
          idSuffix=""
          labels={{ ...labels, submit: t("saveNew") }}
        />
      </section>
    </div>
  );
}

function toValues(template: LinkTemplate, locale: string) {
  const { id, name, amountMinor, currency, description } = template;
  const drawn = JSON.stringify(toParts(template));
  const texts = { name, currency, description, expiry: template.expiry ?? "" };
  return { templateId: id, drawn, amount: typedAmount(amountMinor, locale), ...texts };
}

/** An empty form, or one filled in from the link in `from` ("Save as template"). */
async function newValues({ view, merchant }: Member, from: string, locale: string) {
  const link = isUuid(from) ? await findPaymentLink(view, from) : null;
  return {
    name: [...(link?.description ?? "")].slice(0, templateNameLength.max).join(""),
    amount: link?.amountMinor ? typedAmount(link.amountMinor, locale) : "",
    currency: link?.currency ?? merchant.defaultCurrency,
    description: link?.description ?? "",
  };
}
