import { readNumber } from "@/app/m/[merchant]/links/[linkId]/actions";
import { callingCode } from "@/lib/core/phone";
import { customerMessage } from "@/lib/i18n/customer-message";
import { useLocale, useTranslations } from "@/lib/i18n/translations";
import { getRegion } from "@/lib/money/region";
import { ShareNumber } from "./share-number";
import type { SharePanelProps } from "./share-panel-props";

/** A customer's number typed on the link's page, to which the message goes. */
export function ShareNumberHere({
  link,
  merchant,
  language,
  path,
  phone,
  mayKeep,
}: SharePanelProps & {
  /** Whether the person may save the number with the link. */
  mayKeep: boolean;
}) {
  const { whole } = customerMessage(link, link.address, { merchant, language });
  return (
    <ShareNumber
      action={readNumber}
      path={path}
      linkId={link.id}
      text={whole}
      number={phone?.shown ?? ""}
      mayKeep={mayKeep}
      {...useNumberLabels(merchant)}
    />
  );
}

/** The form of a number in words, and the country that is assumed without a country code. */
function useNumberLabels({ timeZone, defaultCurrency }: SharePanelProps["merchant"]) {
  const t = useTranslations("share");
  const link = useTranslations("link");
  const locale = new Intl.Locale(useLocale());
  const country = getRegion({ timeZone, currency: defaultCurrency }) ?? locale.region ?? null;
  const code = country && callingCode(country);
  return {
    country,
    labels: {
      label: t("number"),
      keep: t("keepNumber"),
      hint: code ? t("numberHint", { code }) : t("numberHintAny"),
      whatsapp: link("whatsapp"),
      sms: t("sms"),
      // The number is filled in by the browser.
      openWhatsapp: t("openWhatsapp", { number: "{number}" }),
      openSms: t("openSms", { number: "{number}" }),
      whatsappOpened: t("whatsappOpened"),
      smsAsked: t("smsAsked"),
    },
  };
}
