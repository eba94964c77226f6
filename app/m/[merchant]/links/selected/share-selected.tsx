import { whatsappAddress } from "@/lib/core/share-addresses";
import { isShareable, type PaymentLink } from "@/lib/domain/payment-links/schema";
import { useLocale, useTranslations } from "@/lib/i18n/translations";
import { formatMoney } from "@/lib/money/format-money";
import { CopyButton } from "@/lib/ui/copy-button";
import { Icon } from "@/lib/ui/icon";

/** An address with a longer text does not open in every browser. */
const longestMessage = 2_000;

/** The addresses of those links that can be paid, as one text. */
export function ShareSelected({ links }: { links: PaymentLink[] }) {
  const t = useTranslations("selected");
  const link = useTranslations("link");
  const locale = useLocale();
  const text = links
    .filter(isShareable)
    .map(({ amountMinor, currency, description, address }) => {
      const amount = amountMinor === null || !currency ? null : formatMoney(amountMinor, currency, locale);
      return `${[description, amount].filter(Boolean).join(": ")}\n${address}`;
    })
    .join("\n\n");
  if (text === "") return <p className="text-small text-muted">{t("noneOpen")}</p>;
  return (
    <div className="grid gap-3">
      <label className="grid gap-1.5 text-small">
        {t("shareText")}
        <textarea readOnly rows={5} dir="auto" value={text} className="input h-auto py-3 font-mono" />
      </label>
      <div className="grid grid-cols-2 gap-2">
        <CopyButton
          text={text}
          label={t("copyAll")}
          labels={{ copied: link("copied"), byHand: link("copyByHand") }}
          className="button button-quiet noscript:hidden"
        />
        {text.length <= longestMessage && (
          <a href={whatsappAddress(text)} target="_blank" rel="noreferrer" className="button button-quiet">
            <Icon name="chat" />
            {link("whatsapp")}
          </a>
        )}
      </div>
    </div>
  );
}
